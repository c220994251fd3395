import { File, ready } from 'h5wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { createTraining } from '../../../src/core/train/createTraining';
import type { Dataset } from '../../../src/core/train/dataset';
import { type Examples, loadData, loadInputs } from '../../../src/data/data';
import { Cancelled } from '../../../src/data/reading';
import { drive } from '../../../src/runs/pacing/drive';
import { engineFor } from '../../../src/runs/preparing/engineFor';
import { npyBytes } from '../npyBytes';
import { whole } from '../settings';
import { readableFiles } from './readableFiles';

const m = 700;
const shape = [m, 3, 2];
const width = 6;
const numbers = Array.from({ length: m * width }, (_, i) => (i * 7919) % 251);
const labels = npyBytes(
  '|u1',
  [m],
  Uint8Array.from({ length: m }, (_, i) => (i * 31) % 3),
);

/** The bytes of `count` numbers of a type, most significant byte first where it is said. */
function packed(bytes: number, set: (view: DataView, at: number, value: number) => void): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * bytes));
  for (const [i, value] of numbers.entries()) set(view, i * bytes, value);
  return new Uint8Array(view.buffer);
}

const files: Record<string, Uint8Array> = {
  'y.npy': labels,
  'u1.npy': npyBytes('|u1', shape, Uint8Array.from(numbers)),
  'bool.npy': npyBytes(
    '|b1',
    shape,
    Uint8Array.from(numbers, value => value & 1),
  ),
  'i2-big.npy': npyBytes(
    '>i2',
    shape,
    packed(2, (view, at, value) => view.setInt16(at, value - 100)),
  ),
  'i8.npy': npyBytes(
    '<i8',
    shape,
    packed(8, (view, at, value) => view.setBigInt64(at, BigInt(value), true)),
  ),
  'f4-big.npy': npyBytes(
    '>f4',
    shape,
    packed(4, (view, at, value) => view.setFloat32(at, value / 7)),
  ),
  'f2.npy': npyBytes(
    '<f2',
    shape,
    packed(2, (view, at, value) => view.setUint16(at, value * 64, true)),
  ),
  'f8.npy': npyBytes(
    '<f8',
    shape,
    packed(8, (view, at, value) => view.setFloat64(at, value + at / 1e6, true)),
  ),
  'a.idx3': Uint8Array.from([0, 0, 0x08, 3, 0, 0, m >> 8, m & 255, 0, 0, 0, 3, 0, 0, 0, 2, ...numbers]),
};
const inputs = [...Object.keys(files).slice(1), 'a.h5#x', 'a.h5#packed', 'a.h5#whole'];

beforeAll(async () => {
  const { FS } = await ready;
  const file = new File('/streamed.h5', 'w');
  file.create_dataset({ name: 'x', data: Float32Array.from(numbers, value => value / 7), shape });
  const data = Uint8Array.from(numbers);
  file.create_dataset({ name: 'packed', data, shape, chunks: [50, 2, 2], compression: 4 });
  file.create_dataset({ name: 'whole', data: BigInt64Array.from(numbers, BigInt), shape });
  file.close();
  files['a.h5'] = FS.readFile('/streamed.h5') as Uint8Array;
});

function network(x: string, data: object = {}, training: object = {}): string {
  return JSON.stringify({
    data: { train: { x, y: 'y.npy' }, ...whole, ...data },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'flatten', type: 'flatten' },
      { id: 'hidden', type: 'dense', units: 5, activation: 'tanh' },
      { id: 'output', type: 'dense', units: 3, activation: 'softmax' },
    ],
    training: { loss: 'categorical-cross-entropy', optimizer: 'adam', epochs: 2, batchSize: 64, ...training },
  });
}

const inMemory = Number.POSITIVE_INFINITY;

async function loaded(text: string, streamAbove: number) {
  const source = readableFiles(files);
  const settings = analyze(text).network!.data!;
  const data = await loadData(settings, source.files, undefined, { streamAbove });
  return { ...data, source };
}

/** All inputs in a fixed disorder, in batches, each waited for before it is gathered where that is wanted. */
async function batches(dataset: Dataset, wait: boolean): Promise<Float64Array> {
  const order = Uint32Array.from({ length: dataset.m }, (_, i) => (i * 333) % dataset.m);
  const X = new Float64Array(dataset.m * width);
  for (let from = 0; from < dataset.m; from += 64) {
    const count = Math.min(64, dataset.m - from);
    if (wait) await dataset.arriving!(order, from, count);
    dataset.gatherInputs(order, from, count, X.subarray(from * width));
  }
  return X;
}

describe('inputs that are left in their file', () => {
  test.each(inputs)('%s: are gathered as from memory', async x => {
    const text = network(x);
    const left = await loaded(text, 0);
    const read = await loaded(text, inMemory);
    expect(left.train.stored).toBeUndefined();
    const wanted = await batches(read.train, false);
    expect(new Set(wanted).size).toBeGreaterThan(1);
    expect(await batches(left.train, true)).toEqual(wanted);
    expect(await batches(left.train, false)).toEqual(wanted);
    expect(left.train.shown(m - 1)).toEqual(read.train.shown(m - 1));
    expect(left.report.facts!.targets).toEqual(read.report.facts!.targets);
    await left.close();
    expect(left.source.open()).toBe(0);
  });

  test.each([
    ['standardise', { standardise: true, split: { test: 0.3, seed: 5 } }],
    ['scale and normalise', { scale: 255, normaliseRows: true, split: { test: 0.1 } }],
    ['all of it', { scale: 3, standardise: true, normaliseRows: true }],
  ])('%s as in memory', async (_what, data) => {
    for (const x of ['u1.npy', 'f8.npy', 'a.h5#packed']) {
      const left = await loaded(network(x, data), 0);
      const read = await loaded(network(x, data), inMemory);
      expect(left.preprocessing).toEqual(read.preprocessing);
      for (const set of ['train', 'test'] as const) {
        if (!read[set]) continue;
        expect(await batches(left[set]!, true)).toEqual(await batches(read[set], false));
      }
      await left.close();
    }
  });

  test('what stays is said', async () => {
    const { report, close } = await loaded(network('u1.npy'), 0);
    expect(report.facts!.choices).toContain(
      'The 4.20 kB of u1.npy stay in the file: the examples of a batch are read while the one before is computed.',
    );
    await close();
  });

  test('an array in columns, or of less than the bytes that may be read, doesn’t stay', async () => {
    const { train, source } = await loaded(network('u1.npy'), m * width);
    expect(train.stored).toBeDefined();
    expect(source.open()).toBe(0);
    const columns = readableFiles({
      'x.npy': npyBytes('|u1', [width, m], Uint8Array.from(numbers)),
      'y.npy': labels,
    });
    const settings = analyze(network('x.npy')).network!.data!;
    const data = await loadData(settings, columns.files, undefined, { streamAbove: 0 });
    expect(data.train.stored).toBeDefined();
    expect(columns.open()).toBe(0);
  });
});

describe('a training on them', () => {
  async function costsOf(text: string, streamAbove: number) {
    const data = await loaded(text, streamAbove);
    const snapshot = analyze(text, data.report);
    expect(snapshot.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { batchSize } = snapshot.network!.training!;
    const { kernels } = await engineFor(snapshot, batchSize === 'all' ? data.train.m : batchSize, {
      threads: 1,
    });
    const training = createTraining({ snapshot, kernels, train: data.train });
    const costs: number[] = [];
    while (training.iteration < training.iterations) {
      const step = await drive(training.steps(1), {});
      if (step.kind === 'diverged') throw new Error(step.cause);
      costs.push(step.cost);
    }
    const evaluations = [await drive(training.evaluate(data.train), {})];
    if (data.test) evaluations.push(await drive(training.evaluate(data.test), {}));
    const weights = training.parameters.map(parameter => Array.from(parameter.data));
    await data.close();
    return { costs, evaluations, weights, filled: data.source.filled() };
  }

  test.each([
    ['shuffled, in float32', 'u1.npy', {}, {}],
    [
      'shuffled, in float64',
      'f8.npy',
      { standardise: true, split: { test: 0.25 } },
      { precision: 'float64' },
    ],
    ['in one batch', 'i2-big.npy', { scale: 100 }, { batchSize: 'all', epochs: 5 }],
    ['from chunks of HDF5', 'a.h5#packed', { scale: 255, split: { test: 0.25 } }, {}],
    ['from rows of HDF5', 'a.h5#x', { split: { test: 0.25 } }, {}],
  ])('%s: has the same costs to the last bit', async (_what, x, data, training) => {
    const text = network(x, data, training);
    const { filled, ...left } = await costsOf(text, 0);
    const { filled: none, ...read } = await costsOf(text, inMemory);
    expect(left).toEqual(read);
    expect(none).toBe(0);
    if (x !== 'a.h5#packed') expect(filled).toBeGreaterThan(0);
    expect(left.costs.length).toBeGreaterThan(4);
  });
});

describe('a file that', () => {
  async function gathering(change: (source: ReturnType<typeof readableFiles>) => void, x = 'f4-big.npy') {
    const { train, source, close } = await loaded(network(x), 0);
    change(source);
    const found = batches(train, true);
    await found.catch(() => {});
    await close();
    expect(source.open()).toBe(0);
    return found;
  }

  test.each([
    ['is cut off', 1000],
    ['grows', 50_000],
  ])('%s while it is read is a fault', async (_what, length) => {
    for (const x of ['f4-big.npy', 'a.h5#x']) {
      const found = gathering(({ bytes }) => {
        const path = `/${x.split('#')[0]}`;
        const longer = new Uint8Array(length);
        longer.set(bytes.get(path)!.subarray(0, length));
        bytes.set(path, longer);
      }, x);
      await expect(found).rejects.toMatchObject({ name: 'DataError' });
    }
  });

  test('was changed says so', async () => {
    const found = gathering(({ bytes }) => bytes.set('/f4-big.npy', new Uint8Array(1000)));
    await expect(found).rejects.toThrow('f4-big.npy was changed while it was being read; try again.');
  });

  test('holds NaN says where', async () => {
    const bytes = packed(4, (view, at, value) => view.setFloat32(at, value / 7, true));
    new DataView(bytes.buffer).setFloat32(4 * 1234, Number.NaN, true);
    const source = readableFiles({ 'x.npy': npyBytes('<f4', shape, bytes), 'y.npy': labels });
    const settings = analyze(network('x.npy')).network!.data!;
    const { train, close } = await loadData(settings, source.files, undefined, { streamAbove: 0 });
    await expect(batches(train, true)).rejects.toThrow('x.npy holds NaN (value 1234), with which nothing');
    await close();
  });
});

test('standardising can be cancelled, which closes the file', async () => {
  const tall = 3_000_000;
  const source = readableFiles({
    'x.npy': npyBytes('|u1', [tall, 1], new Uint8Array(tall)),
    'y.npy': npyBytes('|u1', [tall], new Uint8Array(tall).fill(1, 5)),
  });
  const settings = analyze(network('x.npy', { standardise: true })).network!.data!;
  const shares: number[] = [];
  const reading = {
    progress: (share: number) => shares.push(share),
    cancelled: () => shares.some(s => s > 0.93),
  };
  const found = loadData(settings, source.files, reading, { streamAbove: 0 });
  await expect(found).rejects.toBeInstanceOf(Cancelled);
  expect(source.open()).toBe(0);
  expect(shares.at(-1)).toBeLessThan(0.99);
});

describe('a sample of them', () => {
  const rowsOf = (examples: Examples) => {
    const X = new Float64Array(examples.m * width);
    const order = Uint32Array.from({ length: examples.m }, (_, i) => i);
    examples.gatherInputs(order, 0, examples.m, X);
    return Array.from(order, i => X.subarray(i * width, (i + 1) * width).join());
  };

  test('is always the same, of different examples with their own labels', async () => {
    const { train, close } = await loaded(network('f8.npy', { split: { test: 0.2, seed: 3 } }), 0);
    const sample = train.sample(50);
    expect(sample.m).toBe(50);
    expect(rowsOf(train.sample(50))).toEqual(rowsOf(sample));
    const labelOf = new Map(rowsOf(train).map((row, i) => [row, train.truth(i)]));
    expect(labelOf.size).toBe(train.m);
    const rows = rowsOf(sample);
    expect(new Set(rows).size).toBe(50);
    expect(rows.map((_, i) => sample.truth(i))).toEqual(rows.map(row => labelOf.get(row)));
    expect(train.sample(train.m)).toBe(train);
    await close();
  });

  test('isn’t taken in memory', async () => {
    const { train } = await loaded(network('f8.npy'), inMemory);
    expect(train.sample(50)).toBe(train);
    // unless they are asked for
    const few = rowsOf(train.drawn(50));
    expect(few).toHaveLength(50);
    expect(rowsOf(train.drawn(50))).toEqual(few);
    expect(train.drawn(train.m)).toBe(train);
  });
});

test('a file of which each example is predicted stays too', async () => {
  const source = readableFiles(files);
  const { train, preprocessing } = await loaded(network('u1.npy', { scale: 255 }), inMemory);
  for (const file of ['u1.npy', 'a.h5#packed']) {
    const { dataset, row, close } = await loadInputs({ file }, preprocessing, source.files, undefined, 0);
    expect(dataset.m).toBe(m);
    expect(dataset.stored).toBeUndefined();
    expect(await batches(dataset, true)).toEqual(await batches(train, false));
    expect(row(5)).toEqual(numbers.slice(30, 36).map(String));
    await close();
    expect(source.open()).toBe(0);
  }
});
