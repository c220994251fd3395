import { gzipSync } from 'fflate';
import { expect } from 'vitest';
import { type Examples, loadData, loadInputs, readImage } from '../../src/data/data';
import { describeData } from '../../src/data/describe';
import type { Preprocessing } from '../../src/data/preprocessing';
import { findArray, readArray } from '../../src/data/sources/arrayAddress';
import { decodeCheckpoint } from '../../src/formats/checkpointFile';
import { readSafetensors } from '../../src/formats/safetensors';
import { memoryFiles } from '../data/memoryFiles';
import { settings } from '../data/settings';
import { mutantRow, type Read, tryFile } from './mutants/mutantRow';
import { drawsOf } from './mutants/mutate';
import * as seeds from './mutants/seeds';
import { row } from './row';

const tries = { quick: 150, full: 10_000 };

/** As an array by its address, from its header and whole. */
const array: Read = async (address, bytes, attempt) => {
  const name = address.replace(/#.*/, '');
  const files = memoryFiles({ [name]: bytes });
  let header: readonly number[] | undefined;
  await attempt(async () => {
    header = (await findArray(files, address)).shape;
    return 0;
  });
  await attempt(async () => {
    const { shape, data } = await readArray(files, address);
    expect(data.length).toBe(shape.reduce((product, size) => product * size, 1));
    expect(header).toEqual(shape);
    return data.byteLength;
  });
};

/** What a training on each table has learnt while it was whole, which is read first. */
const learnt = new Map<string, Preprocessing>();

/** As the table of a training, and as one to be predicted. */
const table: Read = async (name, bytes, attempt) => {
  const files = memoryFiles({ [name]: bytes });
  const data = settings({ file: name, target: 'y', standardise: true });
  const report = await describeData(data, files);
  expect(report.facts === undefined).toBe(report.faults.some(({ severity }) => severity === 'error'));
  await attempt(async () => {
    const { train, test, preprocessing } = await loadData(data, files);
    if (!learnt.has(name)) learnt.set(name, preprocessing);
    expect(report.facts?.examples).toEqual({ train: train.m, test: test?.m ?? 0 });
    expect(report.facts?.inputShape).toEqual(train.inputShape);
    return inputsOf(train);
  });
  await attempt(async () => {
    const { dataset, close } = await loadInputs({ file: name }, learnt.get(name)!, files);
    await close();
    return dataset.m;
  });
};

/** A workbook that is whole but for one of its parts. */
const sheet: Read = (part, bytes, attempt) => table('a.xlsx', seeds.workbookWith(part, bytes), attempt);

function inputsOf(train: Examples): number {
  const X = new Float64Array(train.m * train.inputShape[0]!);
  train.gatherInputs(
    Uint32Array.from({ length: train.m }, (_, i) => i),
    0,
    train.m,
    X,
  );
  expect(X.every(Number.isFinite)).toBe(true);
  return X.byteLength;
}

const picture: Read = (name, bytes, attempt) =>
  attempt(async () => {
    const { width, height, channels, pixels } = await readImage(bytes, name);
    expect(pixels).toHaveLength(width * height * channels);
    return pixels.byteLength;
  });

const weights: Read = async (_name, bytes, attempt) => {
  await attempt(async () =>
    readSafetensors(bytes).tensors.reduce((size, { data }) => size + data.byteLength, 0),
  );
  await attempt(async () =>
    decodeCheckpoint(bytes).parameters.reduce((size, { data }) => size + data.byteLength, 1),
  );
};

mutantRow('CSV', tries, seeds.csv, table);
mutantRow('JSON', tries, seeds.json, table);
mutantRow('JSON Lines', tries, seeds.jsonLines, table);
mutantRow('ARFF', tries, seeds.arff, table);
mutantRow('Parquet', tries, seeds.parquet, table);
mutantRow('Excel', tries, seeds.workbooks, table);
mutantRow('the parts of an Excel workbook', tries, seeds.sheets, sheet);
mutantRow('NPY', tries, seeds.npy, array);
mutantRow('NPZ', tries, seeds.npz, array);
mutantRow('IDX', tries, seeds.idx, array);
mutantRow('HDF5', { quick: 100, full: 5_000 }, seeds.hdf5, array);
mutantRow('PNG', tries, seeds.png, picture);
mutantRow('JPEG', tries, seeds.jpeg, picture);
mutantRow('WebP', tries, seeds.webp, picture);
mutantRow('GIF', tries, seeds.gif, picture);
mutantRow('safetensors', tries, seeds.safetensors, weights);

row(
  'any bytes behind any beginning, under any name: typed errors only',
  { quick: 150, full: 10_000 },
  async (count, tally) => {
    const beginnings = [
      seeds.csv,
      seeds.json,
      seeds.npy,
      seeds.npz,
      seeds.idx,
      await seeds.hdf5(),
      seeds.png,
    ].flatMap(Object.values<Uint8Array>);
    const names = ['a.csv', 'a.json', 'a.jsonl', 'a.npy', 'a.npz', 'a.h5', 'a.idx', 'a.csv.gz', 'a'];
    for (let i = 0; i < count; i++) {
      const draw = drawsOf(i);
      const head = beginnings[Math.floor(draw() * beginnings.length)]!.subarray(0, Math.floor(draw() * 40));
      const behind = Uint8Array.from({ length: Math.floor(draw() * 200) }, () => draw() * 256);
      const bytes = Uint8Array.from([...head, ...behind]);
      const name = names[i % names.length]!;
      for (const [kind, content] of [
        ['bare', bytes],
        ['packed', gzipSync(bytes)],
      ] as const)
        await tally.try(`${name}, ${kind}, ${i}`, () => tryFile(name, content, array));
    }
  },
);
