import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '../../src/core/analyze';
import { newRun } from '../../src/runs/training/newRun';
import type { OpenedRun } from '../../src/runs/training/openedRun';
import { RunAhead } from '../../src/runs/training/runAhead';
import { npyBytes } from '../data/npyBytes';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const file = join(base, 'a.nn.json');
const reading = {};
const m = 12;

/** As if it had been written an hour ago: what was written just now is never taken for what was read. */
function write(name: string, shape: number[], value: (i: number) => number, hoursAgo = 1): void {
  const length = shape.reduce((product, size) => product * size, 1);
  const numbers = Float32Array.from({ length }, (_, i) => value(i));
  writeFileSync(join(base, name), npyBytes('<f4', shape, new Uint8Array(numbers.buffer)));
  const at = new Date(Date.now() - hoursAgo * 3_600_000);
  utimesSync(join(base, name), at, at);
}
write('x.npy', [m, 3], i => Math.sin(i));
write('y.npy', [m, 1], i => i % 2);

const network = (units = 4, data: object = {}, training: object = {}) =>
  JSON.stringify({
    data: { train: { x: 'x.npy', y: 'y.npy' }, split: { test: 0 }, ...data },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'hidden', type: 'dense', units, activation: 'relu' },
      { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
    ],
    training: {
      loss: 'binary-cross-entropy',
      optimizer: 'adam',
      batchSize: 'all',
      iterations: 5,
      ...training,
    },
  });
const aheadOf = (text: string) => new RunAhead(text, analyze(text).network!.data!, file);

/** The weights that a run begins with and after a step, to the bit; the folder of the run is of no matter here. */
async function begun(text: string, options: { ahead?: RunAhead; seed?: number } = {}) {
  const run = await newRun({ file, text, ...options }, reading);
  const weights = () => run.training.checkpoint().parameters.map(({ data }) => [...data]);
  const before = weights();
  for (const _ of run.training.steps(1)) void _;
  const found = { before, after: weights(), choices: run.info.choices };
  await end(run);
  return { run, found };
}

async function end(run: OpenedRun): Promise<void> {
  await run.recorder.end();
  await run.close();
}

test('a run that was made ready is the same as one that was not, and takes what is there', async () => {
  const text = network();
  const plain = await begun(text);
  const ahead = aheadOf(text);
  const data = (await ahead.data.read)!.data;
  const ready = await begun(text, { ahead });
  expect(ready.found).toEqual(plain.found);
  expect(ready.run.train).toBe(data.train);
});

test.each([
  ['another layer', network(5), undefined, true],
  ['another seed', network(), 7, true],
  ['another batch size', network(4, {}, { batchSize: 5 }), undefined, true],
  ['a scale of the data', network(4, { scale: 2 }), undefined, false],
])('with %s the run is that of its text', async (_, text, seed, takesData) => {
  const ahead = aheadOf(network());
  const data = (await ahead.data.read)!.data;
  const options = seed === undefined ? {} : { seed };
  const ready = await begun(text, { ahead, ...options });
  expect(ready.found).toEqual((await begun(text, options)).found);
  expect(ready.run.train === data.train).toBe(takesData);
});

test('data that were written since are read again', async () => {
  const text = network();
  const ahead = aheadOf(text);
  const { found: before } = await begun(text);
  expect(await ahead.data.read).toBeDefined();
  write('x.npy', [m, 3], i => Math.cos(i), 2);
  const ready = await begun(text, { ahead });
  expect(ready.found).toEqual((await begun(text)).found);
  expect(ready.found.after).not.toEqual(before.after);
});

test('data that are being written are not read ahead', async () => {
  write('x.npy', [m, 3], i => Math.sin(i), 0);
  expect(await aheadOf(network()).data.read).toBeUndefined();
  write('x.npy', [m, 3], i => Math.sin(i));
});

test('data that have gone are told of as if nothing had been read', async () => {
  const text = network(4, { train: { x: 'gone.npy', y: 'y.npy' } });
  write('gone.npy', [m, 3], i => i);
  const ahead = aheadOf(text);
  expect(await ahead.data.read).toBeDefined();
  rmSync(join(base, 'gone.npy'));
  await expect(newRun({ file, text, ahead }, reading)).rejects.toThrow('gone.npy');
});

test('more than is worth it is not read ahead', async () => {
  const text = network(4, { train: { x: 'many.npy', y: 'few.npy' } });
  const rows = 4 * 2 ** 20;
  write('many.npy', [rows, 5], () => 0);
  write('few.npy', [rows, 1], i => i % 2);
  expect(await aheadOf(text).data.read).toBeUndefined();
});

test('a run can be cancelled while it waits for what is being made ready', async () => {
  const text = network();
  const run = newRun({ file, text, ahead: aheadOf(text) }, { cancelled: () => true });
  await expect(run).rejects.toThrow();
});
