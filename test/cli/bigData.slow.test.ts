import { spawn } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { npyBytes } from '../data/npyBytes';
import { temporaryFolder } from '../runs/temporaryFolder';
import { bundle } from './bundle';

const built = bundle('cli', 'hdf5');
const base = temporaryFolder();
const place = (name: string) => join(base, name);
const width = 3000;
const m = 1_000_000;

it('trains on 3 GB with less than half a gigabyte of memory', async () => {
  const header = npyBytes('|u1', [m, width], new Uint8Array(0));
  writeFileSync(place('x.npy'), header);
  // a hole: it takes no room on the disk, and reads as zeros
  truncateSync(place('x.npy'), header.length + m * width);
  writeFileSync(
    place('y.npy'),
    npyBytes(
      '|u1',
      [m],
      Uint8Array.from({ length: m }, (_, i) => i & 1),
    ),
  );
  writeFileSync(
    place('big.nn.json'),
    JSON.stringify({
      data: { train: { x: 'x.npy', y: 'y.npy' }, split: { test: 0 }, scale: 255 },
      layers: [
        { id: 'input', type: 'input' },
        { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
      ],
      training: { loss: 'binary-cross-entropy', optimizer: 'adam', batchSize: 64, iterations: 200 },
    }),
  );
  const child = spawn(
    process.execPath,
    [
      ...['--require', resolve('bench/run/reportMemory.cjs')],
      ...[built.path('cli'), 'train', 'big.nn.json', '--json'],
    ],
    { cwd: base, env: { ...process.env, LAYERWISE_MEMORY: place('memory.json') } },
  );
  let out = '';
  child.stdout.setEncoding('utf8').on('data', piece => {
    out += piece;
  });
  expect(await new Promise(resolved => child.on('close', resolved))).toBe(0);
  expect(JSON.parse(out.trim().split('\n').at(-1)!)).toMatchObject({
    done: true,
    measuredOn: '20000 of the 1000000 training examples, drawn at random',
  });
  const { peak } = JSON.parse(readFileSync(place('memory.json'), 'utf8')) as { peak: number };
  expect(peak).toBeLessThan(500e6);
}, 120_000);
