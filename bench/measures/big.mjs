import fs from 'node:fs';
import path from 'node:path';
import { generator } from '../data/synthetic.mjs';
import { npyHeader, writeNpy } from '../npy.mjs';
import { counted, megabytes, threeDigits } from '../report/numbers.mjs';
import { table } from '../report/table.mjs';
import { peakMemory } from '../run/peakMemory.mjs';

const wanted = 10e9;
/** Room on the disk that must be left for others. */
const neededFree = 20e9;
const width = 784;
const limit = 300;

export default {
  name: 'big',
  place: 7,
  asked: 'big',
  async run({ temporary, say }) {
    const { bavail, bsize } = fs.statfsSync(temporary);
    const free = bavail * bsize;
    const bytes = free < neededFree ? Math.floor(free / 4) : wanted;
    const m = Math.floor(bytes / width);
    const folder = path.join(temporary, 'big');
    fs.mkdirSync(folder);
    say(`${threeDigits((m * width) / 1e9)} GB`);
    writeSparse(path.join(folder, 'x.npy'), m);
    writeLabels(path.join(folder, 'y.npy'), m);
    const file = path.join(folder, 'network.nn.json');
    fs.writeFileSync(file, JSON.stringify(network));
    try {
      const { code, peak, seconds, said } = await peakMemory(
        ['train', file, '--json', '--iterations', '200', '--out', path.join(folder, 'run')],
        path.join(folder, 'memory.json'),
        limit,
      );
      return [
        `200 steps of 784-128-10, batch 64, on ${counted(m)} examples in one NPY file of ${threeDigits((m * width) / 1e9)} GB (uint8), which is sparse: mostly holes that read as zeros, so the time isn't that of a disk.${
          bytes < wanted
            ? ` Smaller than 10 GB, because only ${threeDigits(free / 1e9)} GB of the disk are free.`
            : ''
        }`,
        '',
        table(
          ['', 'peak memory (≤ 1 GB)', 'seconds'],
          [[outcome(code), megabytes(peak), threeDigits(seconds)]],
        ),
        ...(code === 0 ? [] : ['', `It said: ${said.split('\n').at(-1)}`]),
      ].join('\n');
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  },
};

function outcome(code) {
  if (code === 0) return 'trained';
  return code === 130 ? `stopped after ${limit} s` : 'refused';
}

/** An array of that many examples, with random bytes in one megabyte of each 64. */
function writeSparse(file, m) {
  const header = npyHeader('|u1', [m, width]);
  const random = generator(1);
  const block = Uint8Array.from({ length: 1 << 20 }, () => random() * 256);
  const handle = fs.openSync(file, 'w');
  try {
    fs.writeSync(handle, header);
    fs.ftruncateSync(handle, header.length + m * width);
    for (let at = 0; at + block.length <= m * width; at += 64 << 20) {
      fs.writeSync(handle, block, 0, block.length, header.length + at);
    }
  } finally {
    fs.closeSync(handle);
  }
}

function writeLabels(file, m) {
  const random = generator(2);
  writeNpy(file, { shape: [m], data: Uint8Array.from({ length: m }, () => random() * 10) });
}

const network = {
  data: { train: { x: 'x.npy', y: 'y.npy' }, split: { test: 0 }, scale: 255 },
  layers: [
    { id: 'input', type: 'input' },
    { id: 'hidden', type: 'dense', units: 128, activation: 'relu' },
    { id: 'output', type: 'dense', units: 10, activation: 'softmax' },
  ],
  training: { loss: 'categorical-cross-entropy', optimizer: 'adam', epochs: 1, batchSize: 64 },
};
