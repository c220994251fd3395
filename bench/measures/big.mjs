import fs from 'node:fs';
import path from 'node:path';
import { writeChunkedHdf5, writeSparseHdf5 } from '../data/sparseHdf5.mjs';
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
const steps = 1000;

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
    try {
      const rows = [];
      const notes = [];
      for (const kind of Object.keys(kinds)) {
        say(`${kind}, ${threeDigits((m * width) / 1e9)} GB`);
        const { code, peak, seconds, said } = await train(kind, m, folder);
        rows.push([kind, outcome(code), megabytes(peak), threeDigits(seconds)]);
        if (code !== 0) notes.push('', `${kind} said: ${said.split('\n').at(-1)}`);
      }
      return [
        `${counted(steps)} steps of 784-128-10, batch 64, shuffled, on ${counted(m)} examples in one file of ${threeDigits((m * width) / 1e9)} GB (uint8), with the reading of the labels, the evaluation at the end (of 20,000 examples) and the files of the run. The file is sparse: mostly holes that read as zeros, so the time isn't that of a disk.${
          bytes < wanted
            ? ` Smaller than 10 GB, because only ${threeDigits(free / 1e9)} GB of the disk are free.`
            : ''
        }`,
        '',
        table(['', 'ended', 'peak memory (≤ 1 GB)', 'seconds'], rows),
        ...notes,
      ].join('\n');
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  },
};

/** What a file is called, and how its examples are written, given their number. */
const kinds = {
  NPY: { address: 'x.npy', write: writeSparseNpy },
  'NPY, standardised': { address: 'x.npy', write: writeSparseNpy, data: { standardise: true } },
  HDF5: { address: 'x.h5', write: writeHdf5 },
  'HDF5, in chunks of 64 examples, nearly all absent': { address: 'x.h5', write: writeChunks },
};

async function train(kind, m, folder) {
  const { address, write, data } = kinds[kind];
  const file = path.join(folder, 'network.nn.json');
  await write(path.join(folder, address), m);
  writeLabels(path.join(folder, 'y.npy'), m);
  fs.writeFileSync(file, JSON.stringify(networkOf(address, data)));
  const run = path.join(folder, 'run');
  try {
    return await peakMemory(
      ['train', file, '--json', '--iterations', String(steps), '--out', run],
      path.join(folder, 'memory.json'),
      limit,
    );
  } finally {
    fs.rmSync(run, { recursive: true, force: true });
    fs.rmSync(path.join(folder, address));
  }
}

function outcome(code) {
  if (code === 0) return 'trained';
  return code === 130 ? `stopped after ${limit} s` : 'refused';
}

function writeSparseNpy(file, m) {
  const header = npyHeader('|u1', [m, width]);
  fs.writeFileSync(file, header);
  fs.truncateSync(file, header.length + m * width);
  writeNumbers(file, header.length, m);
}

async function writeHdf5(file, m) {
  writeNumbers(file, await writeSparseHdf5(file, m, width), m);
}

/** Of chunks of 64 examples only the first has numbers: the others read as zeros. */
async function writeChunks(file, m) {
  await writeChunkedHdf5(file, m, width, 64);
}

/** Random bytes in one megabyte of each 64, from `begin` on. */
function writeNumbers(file, begin, m) {
  const random = generator(1);
  const block = Uint8Array.from({ length: 1 << 20 }, () => random() * 256);
  const handle = fs.openSync(file, 'r+');
  try {
    for (let at = 0; at + block.length <= m * width; at += 64 << 20) {
      fs.writeSync(handle, block, 0, block.length, begin + at);
    }
  } finally {
    fs.closeSync(handle);
  }
}

function writeLabels(file, m) {
  const random = generator(2);
  writeNpy(file, { shape: [m], data: Uint8Array.from({ length: m }, () => random() * 10) });
}

const networkOf = (x, data) => ({
  data: {
    train: { x: x.endsWith('.h5') ? `${x}#x` : x, y: 'y.npy' },
    split: { test: 0 },
    scale: 255,
    ...data,
  },
  layers: [
    { id: 'input', type: 'input' },
    { id: 'hidden', type: 'dense', units: 128, activation: 'relu' },
    { id: 'output', type: 'dense', units: 10, activation: 'softmax' },
  ],
  training: { loss: 'categorical-cross-entropy', optimizer: 'adam', epochs: 1, batchSize: 64 },
});
