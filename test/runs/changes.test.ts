import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedDataFiles, dataFiles } from '../../src/runs/dataFiles';
import { readRunInfo } from '../../src/runs/folder/runFolder';
import { evaluateModel } from '../../src/runs/model/evaluateModel';
import { predict } from '../../src/runs/model/predict';
import { modelOfRun, modelOfWeights } from '../../src/runs/model/savedModel';
import { networkChanges } from '../../src/runs/preparing/networkChanges';
import type { RunInfo } from '../../src/runs/run';
import { newRun } from '../../src/runs/training/newRun';
import { type SavedRunOptions, savedRun } from '../../src/runs/training/savedRun';
import { startSession } from '../../src/runs/training/session';
import { networkText } from './network';
import { record } from './record';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();
const text = networkText().replace(
  /"data":\{[^}]*\}\}/,
  '"data":{"file":"points.csv","target":"c","split":{"test":0.25,"seed":3}}',
);
const rows = Array.from({ length: 40 }, (_, i) => [i % 5, (i * 7) % 11, i % 2]);
const table = `a,b,c\n${rows.map(row => row.join()).join('\n')}\n`;
const permuted = `b,a,c\n${rows.map(([a, b, c]) => [b, a, c].join()).join('\n')}\n`;

let made = 0;
/** A run of a network of its own that was stopped after three steps. */
async function stopped(csv = table): Promise<{ info: RunInfo; points: string; file: string }> {
  const folder = join(base, String(made++));
  mkdirSync(folder);
  const [file, points] = [join(folder, 'a.nn.json'), join(folder, 'points.csv')];
  writeFileSync(points, csv);
  writeFileSync(file, text);
  const said = record();
  const session = startSession(reading => newRun({ file, text }, reading), said.events, { paused: true });
  for (let i = 0; i < 3; i++) session.step();
  await said.until(() => said.points.length === 3);
  session.stop();
  return { info: (await session.ended)!, points, file };
}

const resumed = (folder: string, options?: SavedRunOptions) =>
  startSession(reading => savedRun(folder, reading, options), {}).ended;

describe('a run whose data have changed', () => {
  it('isn’t resumed unless a person says so, and remarks it', async () => {
    const { info, points } = await stopped();
    writeFileSync(points, permuted);
    await expect(resumed(info.folder)).rejects.toThrow(/^points\.csv has changed since the run began: /);
    expect((await readRunInfo(info.folder))!.iteration).toBe(3);
    const done = (await resumed(info.folder, { acceptChanges: true }))!;
    const remark =
      'points.csv has changed since the run began: from iteration 3 on it learnt from other examples than before.';
    expect(done).toMatchObject({ state: 'finished', remarks: [remark] });
    const [report] = await evaluateModel(await modelOfRun(info.folder), ['test']);
    expect(report!.notes).toEqual([remark]);
  });

  it('says so where it is measured, and where an example of the test set is predicted', async () => {
    const { info, points } = await stopped();
    const saved = await modelOfRun(info.folder);
    expect((await evaluateModel(saved, ['test']))[0]!.notes).toBeUndefined();
    writeFileSync(points, table.replace('0,0,0', '1,0,0'));
    const note =
      'points.csv has changed since the run began: the test set may hold examples that were trained on.';
    expect((await evaluateModel(saved, ['test']))[0]!.notes).toEqual([note]);
    expect((await predict(saved, { kind: 'test-example', index: 0 })).notes).toEqual([note]);
    expect((await predict(saved, { kind: 'row', values: [1, 2] })).notes).toBeUndefined();
  });

  it('keeps all that was decided about them where it is resumed, though most of it isn’t decided again', async () => {
    const day = (i: number) => `${String(1 + (i % 28)).padStart(2, '0')}.03.2020`;
    const lines = rows.map(([a, b, c], i) => `${a},5;${day(i)};${['red', 'blue'][b! % 2]};${c}`);
    const { info } = await stopped(`size;day;colour;c\n${lines.join('\n')}\n`);
    const said: string[][] = [];
    const run = ({ choices = [] }: RunInfo) => void said.push([...choices]);
    const done = (await startSession(reading => savedRun(info.folder, reading), { run }).ended)!;
    expect(info.choices!.join(' ')).toMatch(/colour.*one-hot/);
    expect(done.choices).toEqual(info.choices);
    expect((await readRunInfo(info.folder))!.choices).toEqual(info.choices);
    expect(said[0]).toEqual(info.choices);
  });

  it('doesn’t where they were only written again', async () => {
    const { info, points } = await stopped();
    writeFileSync(points, table);
    utimesSync(points, new Date(), new Date(Date.now() + 60_000));
    expect(await resumed(info.folder)).toMatchObject({ state: 'finished' });
  });

  it('nor goes on with a network that was edited in its folder', async () => {
    const { info } = await stopped();
    writeFileSync(join(info.folder, 'network.nn.json'), text.replace('"tanh"', '"relu"'));
    await expect(resumed(info.folder)).rejects.toThrow('The network.nn.json of the run was edited');
  });
});

describe('weights in a network that has changed', () => {
  it('say what has changed, and what it means', async () => {
    const { info, file } = await stopped();
    const model = (now: string) => modelOfWeights(file, now, join(info.folder, 'last.safetensors'), {});
    expect((await model(text)).changes).toEqual([]);
    const relu = await model(text.replace('"tanh"', '"relu"'));
    const sentence =
      'The layers have changed since the weights were trained (hidden: activation is "relu", was "tanh"): the outputs aren’t what was learnt.';
    expect((await predict(relu, { kind: 'row', values: [1, 2] })).notes).toEqual([sentence]);
    const split = await model(text.replace('"seed":3', '"seed":4'));
    const [report] = await evaluateModel(split, ['test']);
    expect(report!.notes).toEqual([
      expect.stringMatching(
        /^The split has changed .*: the test set may hold examples that were trained on\.$/,
      ),
    ]);
  });

  it('tell apart what matters from what doesn’t', () => {
    const changed = (from: string, to: string) => {
      expect(text).toContain(from);
      return networkChanges(text, text.replace(from, to));
    };
    expect(changed('"data":', '"name":"b","positions":{},"data":')).toEqual([]);
    expect(changed('"iterations":60', '"iterations":70')).toEqual([]);
    expect(changed('"loss":"binary-cross-entropy"', '"loss":"hinge"')).toEqual([
      expect.stringContaining('another loss'),
    ]);
    expect(changed('"target":"c"', '"target":"c","standardise":true')).toEqual([
      expect.stringContaining('standardise is true, was not there'),
    ]);
    expect(changed('points.csv', 'other.csv')).toEqual([expect.stringContaining('names other data')]);
  });
});

describe('a default that is written out', () => {
  const plain = networkText({}, { split: undefined });
  const values = JSON.parse(plain);
  const { data, training } = values;
  const [input, hidden, output] = values.layers;
  const changed = (parts: object) => networkChanges(plain, JSON.stringify({ ...values, ...parts }));

  it('is no change', () => {
    for (const split of [{}, { seed: 1 }, { test: 0.2 }, { test: 0.2, seed: 1 }]) {
      expect(changed({ data: { ...data, split } })).toEqual([]);
    }
    const plainly = { standardise: false, normaliseRows: false, scale: 1 };
    expect(changed({ data: { ...data, ...plainly } })).toEqual([]);
    const bias = { ...hidden, bias: true, initializer: { type: 'xavier' }, inputs: ['input'] };
    expect(changed({ layers: [input, bias, output] })).toEqual([]);
    expect(changed({ training: { ...training, precision: 'float32' } })).toEqual([]);
    const table = { file: 'a.csv', target: 'c', test: 'b.csv' };
    const of = (settings: object) => JSON.stringify({ ...values, data: settings });
    expect(networkChanges(of(table), of({ ...table, columns: {}, split: { seed: 9 } }))).toEqual([]);
  });

  it('is one where it isn’t the default', () => {
    expect(changed({ data: { ...data, split: { seed: 2 } } })).toEqual([
      'The split has changed since the weights were trained (split is {"seed":2}, was not there): the test set may hold examples that were trained on.',
    ]);
    expect(changed({ data: { ...data, standardise: true } })).toHaveLength(1);
    expect(changed({ layers: [input, { ...hidden, bias: false }, output] })[0]).toContain('bias is false');
    expect(changed({ layers: [input, output, hidden] })[0]).toContain(
      'hidden: inputs is ["output"], was ["input"]',
    );
  });
});

describe('data are known again', () => {
  it('of a large file by parts of it, of a folder by its files', async () => {
    const folder = join(base, 'known');
    mkdirSync(join(folder, 'pictures', 'cat'), { recursive: true });
    const big = join(folder, 'big.npy');
    const bytes = new Uint8Array(12 * 2 ** 20).fill(7);
    writeFileSync(big, bytes);
    const picture = join(folder, 'pictures', 'cat', '1.png');
    writeFileSync(picture, 'cat');
    const files = await dataFiles(folder, [big, join(folder, 'pictures')]);
    expect(files.map(({ path }) => path)).toEqual(['big.npy', 'pictures']);
    const touch = (path: string) => utimesSync(path, new Date(), new Date(Date.now() + 60_000));
    touch(big);
    touch(picture);
    expect(await changedDataFiles(folder, files)).toEqual([]);
    for (const place of [0, bytes.length - 1]) {
      const other = Uint8Array.from(bytes);
      other[place] = 8;
      writeFileSync(big, other);
      expect(await changedDataFiles(folder, files)).toEqual(['big.npy']);
    }
    writeFileSync(big, bytes);
    writeFileSync(picture, 'dog');
    expect(await changedDataFiles(folder, files)).toEqual(['pictures']);
    writeFileSync(picture, 'cat');
    writeFileSync(join(folder, 'pictures', 'cat', '2.png'), 'cat');
    expect(await changedDataFiles(folder, files)).toEqual(['pictures']);
    expect(readFileSync(picture, 'utf8')).toBe('cat');
  });
});
