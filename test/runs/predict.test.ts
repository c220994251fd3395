import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFresh } from '../../src/platform/createAtomically';
import { writeAtomically } from '../../src/platform/writeAtomically';
import { evaluateModel } from '../../src/runs/model/evaluateModel';
import { predict } from '../../src/runs/model/predict';
import { predictFile, predictionsPath } from '../../src/runs/model/predictFile';
import { modelOfRun, modelOfWeights, type SavedModel } from '../../src/runs/model/savedModel';
import { newRun } from '../../src/runs/training/newRun';
import { startSession } from '../../src/runs/training/session';
import { networkText } from './network';
import { temporaryFolder } from './temporaryFolder';

const base = temporaryFolder();

/** Trains to the end; the folder of the run. */
async function trained(name: string, network: object): Promise<string> {
  const file = join(base, `${name}.nn.json`);
  const text = JSON.stringify(network);
  const info = await startSession(reading => newRun({ file, text }, reading), {}).ended;
  expect(info?.state).toBe('finished');
  return info!.folder;
}

const classifier = (data: object, classes: number, iterations = 150) => ({
  data,
  layers: [
    { id: 'input', type: 'input' },
    { id: 'flatten', type: 'flatten' },
    { id: 'hidden', type: 'dense', units: 6, activation: 'tanh' },
    classes === 2
      ? { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' }
      : { id: 'output', type: 'dense', units: classes, activation: 'softmax' },
  ],
  training: {
    loss: classes === 2 ? 'binary-cross-entropy' : 'categorical-cross-entropy',
    optimizer: { type: 'adam', learningRate: 0.05 },
    iterations,
  },
});

describe('a model of a table', () => {
  let folder: string;
  let saved: SavedModel;
  beforeAll(async () => {
    const rows = Array.from({ length: 60 }, (_, i) => {
      const kind = i % 3;
      return `${kind * 10 + (i % 4)},${['red', 'blue'][i % 2]},${['ant', 'bee', 'cat'][kind]}`;
    });
    writeFileSync(join(base, 'animals.csv'), `size,colour,kind\n${rows.join('\n')}\n`);
    folder = await trained(
      'animals',
      classifier({ file: 'animals.csv', target: 'kind', standardise: true }, 3),
    );
    saved = await modelOfRun(folder, 'best');
  });

  it('predicts a typed row, and shows it as it was typed', async () => {
    const prediction = await predict(saved, { kind: 'row', values: [22, 'blue'] });
    expect(prediction.outputs.length).toBe(3);
    expect(prediction.outputs.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    expect(prediction.classes!.map(({ name }) => name)[0]).toBe('cat');
    const probabilities = prediction.classes!.map(({ probability }) => probability);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    expect(prediction.shown).toEqual({ kind: 'row', names: ['size', 'colour'], values: ['22', 'blue'] });
    expect(prediction.truth).toBeUndefined();
  });

  it('predicts an example of the test set, and knows the truth', async () => {
    const prediction = await predict(saved, { kind: 'test-example', index: 3 });
    expect(prediction.truth).toBe(prediction.classes![0]!.name);
    expect(prediction.shown).toMatchObject({ kind: 'row' });
    await expect(predict(saved, { kind: 'test-example', index: 12 })).rejects.toThrow(
      'There is no test example 12: there are 12, counted from 0.',
    );
  });

  it('needs no data to predict, only to measure', async () => {
    const csv = join(base, 'animals.csv');
    const content = readFileSync(csv);
    rmSync(csv);
    const again = await modelOfRun(folder, 'last');
    expect((await predict(again, { kind: 'row', values: [1, 'red'] })).classes![0]!.name).toBe('ant');
    await expect(evaluateModel(again, ['test'])).rejects.toThrow(/animals\.csv/);
    writeFileSync(csv, content);
  });

  it('says when a row is of the wrong width, or holds what it can’t', async () => {
    await expect(predict(saved, { kind: 'row', values: [1] })).rejects.toThrow(/1.*2|2.*1/);
    await expect(predict(saved, { kind: 'row', values: ['big', 'red'] })).rejects.toThrow(/big/);
  });

  it('says what it decided about a text that wasn’t there in training', async () => {
    const { notes } = await predict(saved, { kind: 'row', values: [1, 'green'] });
    expect(notes).toEqual([expect.stringContaining('green')]);
  });

  it('says which values are far outside of what it was trained on, and of those alone', async () => {
    const notes = async (size: number) =>
      (await predict(saved, { kind: 'row', values: [size, 'red'] })).notes;
    // the sizes of the training set go from 0 to 23
    expect(await notes(30)).toBeUndefined();
    expect(await notes(900)).toEqual(['size: 900 is far outside 0–23, which it was trained on.']);
    expect(await notes(-40)).toEqual(['size: -40 is far outside 0–23, which it was trained on.']);
    const input = join(base, 'far.csv');
    writeFileSync(input, 'size,colour\n1,red\n900,red\n5,blue\n-80,blue\n');
    const predicted = await predictFile(saved, input);
    expect(predicted.notes).toEqual([
      `${input}, line 3: 900 in size is far outside 0–23, which it was trained on (and 1 more row).`,
    ]);
    await predicted.close();
  });

  it('says so of dates too, and writes values as their column does', async () => {
    const day = (i: number) =>
      `${String(1 + (i % 28)).padStart(2, '0')}.${String(1 + (i % 12)).padStart(2, '0')}.2020`;
    const lines = Array.from({ length: 40 }, (_, i) => `${day(i)};${i % 9},9;${i % 2}`);
    writeFileSync(join(base, 'days.csv'), `day;size;c\n${lines.join('\n')}\n`);
    const text = networkText({ iterations: 2 }).replace(
      /"data":\{[^}]*\}\}/,
      '"data":{"file":"days.csv","target":"c","split":{"test":0}}',
    );
    const file = join(base, 'days.nn.json');
    const info = (await startSession(reading => newRun({ file, text }, reading), {}).ended)!;
    const model = await modelOfRun(info.folder);
    const notes = async (...values: string[]) => (await predict(model, { kind: 'row', values })).notes;
    const range = '01.01.2020 to 24.12.2020';
    expect(await notes('05.06.2020', '3,5')).toBeUndefined();
    expect(await notes('05.06.1990', '3,5')).toEqual([
      `day: 05.06.1990 is far outside ${range}, which it was trained on.`,
    ]);
    expect(await notes('05.06.2190', '99999')).toEqual([
      `day: 05.06.2190 is far outside ${range}, which it was trained on.`,
      'size: 99999 is far outside 0,9–8,9, which it was trained on.',
    ]);
    expect(await notes('05.06.2020', '-77,5')).toEqual([
      'size: -77,5 is far outside 0,9–8,9, which it was trained on.',
    ]);
    const input = join(base, 'later.csv');
    writeFileSync(input, 'day;size\n05.06.2020;1,5\n\n05.06.2190;1,5\n');
    const predicted = await predictFile(model, input);
    expect(predicted.notes).toContain(
      `${input}, line 4: 05.06.2190 in day is far outside ${range}, which it was trained on.`,
    );
    await predicted.close();
  });

  it('predicts a file, with a fresh name beside it', async () => {
    const input = join(base, 'new.csv');
    writeFileSync(input, 'colour,size\nred,1\nblue,22\n');
    expect(predictionsPath(input)).toBe(join(base, 'new.predictions.csv'));
    const { rows, text } = await predictFile(saved, input);
    expect(rows).toBe(2);
    expect(await createFresh(predictionsPath(input), text())).toBe(predictionsPath(input));
    const second = join(base, 'new.predictions-2.csv');
    expect(await createFresh(predictionsPath(input), 'another')).toBe(second);
    expect(readFileSync(second, 'utf8')).toBe('another');
    const lines = readFileSync(predictionsPath(input), 'utf8').split('\n');
    expect(lines[0]).toBe('colour,size,prediction,probability');
    expect(lines[1]).toMatch(/^red,1,ant,0\.\d+$/);
    expect(lines[2]).toMatch(/^blue,22,cat,0\.\d+$/);
  });

  it('gives its columns names of their own where the file has them already, and says so', async () => {
    const input = join(base, 'again.csv');
    writeFileSync(input, 'colour,size,prediction\nred,1,bee\n');
    const { text, notes } = await predictFile(saved, input);
    const output = join(base, 'again.predictions.csv');
    await writeAtomically(output, text());
    expect(readFileSync(output, 'utf8')).toMatch(
      /^colour,size,prediction,prediction-2,probability\nred,1,bee,ant,0\.\d+\n$/,
    );
    expect(notes).toContain(
      `${input} has a column prediction already, so that of the result is called prediction-2.`,
    );
  });

  it('can be cancelled while it predicts, and leaves no file', async () => {
    const input = join(base, 'many.csv');
    writeFileSync(input, `size,colour\n${'1,red\n'.repeat(50_000)}`);
    let cancelled = false;
    const reading = { cancelled: () => cancelled };
    const { text } = await predictFile(saved, input, reading);
    cancelled = true;
    const output = join(base, 'many.predictions.csv');
    await expect(writeAtomically(output, text())).rejects.toThrow('cancelled');
    expect(() => readFileSync(output)).toThrow();
  });

  it('measures itself', async () => {
    const reports = await evaluateModel(saved, undefined);
    expect(reports).toMatchObject([
      { set: 'train', examples: 48, metrics: { accuracy: 1 }, classes: ['ant', 'bee', 'cat'] },
      { set: 'test', examples: 12, metrics: { accuracy: 1 } },
    ]);
    for (const { confusion, examples } of reports) {
      expect(confusion!.flat().reduce((a, b) => a + b)).toBe(examples);
    }
  });

  it('measures data that have changed since in the terms of its training', async () => {
    const content = readFileSync(join(base, 'animals.csv'), 'utf8');
    const data = { file: 'animals.csv', target: 'kind', standardise: true };
    const settled = { ...data, test: 'later.csv' };
    writeFileSync(join(base, 'later.csv'), content);
    const model = await modelOfRun(await trained('settled', classifier(settled, 3)), 'best');
    const before = await evaluateModel(model, ['test']);
    // as many columns as before, but other means, other deviations and another colour
    writeFileSync(join(base, 'animals.csv'), content.replaceAll('blue', 'azure').replaceAll('\n2', '\n900'));
    try {
      expect(await evaluateModel(model, ['test'])).toMatchObject(before);
      // a class that the training didn't have
      writeFileSync(join(base, 'animals.csv'), content.replaceAll('ant', 'adder'));
      await expect(evaluateModel(model, ['test'])).rejects.toThrow(
        "'adder' isn't among the classes of kind: ant, bee and cat.",
      );
    } finally {
      writeFileSync(join(base, 'animals.csv'), content);
    }
  });

  it('works from its weights file alone', async () => {
    const text = readFileSync(join(folder, 'network.nn.json'), 'utf8');
    const alone = join(base, 'alone.safetensors');
    writeFileSync(alone, readFileSync(join(folder, 'best.safetensors')));
    const found = await modelOfWeights(join(base, 'elsewhere.nn.json'), text, alone, {});
    const input = { kind: 'row', values: [12, 'red'] } as const;
    expect((await predict(found, input)).outputs).toEqual((await predict(saved, input)).outputs);
  });
});

describe('the weights of a run', () => {
  it('are its last ones, and the best ones where they are asked for', async () => {
    // it learns the training set by heart, so that the test set fares worst at the end
    const file = join(base, 'overfitted.nn.json');
    const training = { iterations: 800, optimizer: { type: 'adam', learningRate: 0.1 } };
    const text = networkText(training, { noise: 0.5 });
    const info = await startSession(reading => newRun({ file, text }, reading), {}).ended;
    const cost = async (model: SavedModel) => (await evaluateModel(model, ['test']))[0]!.cost;
    const last = await cost(await modelOfRun(info!.folder));
    expect(await cost(await modelOfRun(info!.folder, 'best'))).toBeLessThan(last);
    expect(await cost(await modelOfWeights(file, text, info!.folder, {}))).toBe(last);
    expect(await cost(await modelOfWeights(file, text, info!.folder, {}, 'best'))).toBeLessThan(last);
    const weights = join(info!.folder, 'last.safetensors');
    await expect(modelOfWeights(file, text, weights, {}, 'best')).rejects.toThrow(
      `The best weights are those of a run’s folder, and ${weights} isn’t one.`,
    );
  });
});

it('weights of a network with other examples are told by the examples, not by shapes that follow from them', async () => {
  const file = join(base, 'moons.nn.json');
  const text = networkText();
  const folder = await trained('three', classifier({ file: 'animals.csv', target: 'kind' }, 3, 5));
  await expect(modelOfWeights(file, text, folder, {})).rejects.toThrow(
    `The weights in ${join(folder, 'last.safetensors')} are of another network: they take examples of shape (3,), but the data of this one has (2,).`,
  );
});

describe('a model of pictures', () => {
  it('predicts a picture file, and shows it', async () => {
    const picture = (bright: boolean, i: number) =>
      encode({
        width: 6,
        height: 5,
        channels: 1,
        depth: 8,
        data: Uint8Array.from({ length: 30 }, (_, p) => (bright ? 200 : 20) + ((p * 7 + i) % 30)),
      });
    for (const [name, bright] of [
      ['dark', false],
      ['light', true],
    ] as const) {
      mkdirSync(join(base, 'pictures', name), { recursive: true });
      for (let i = 0; i < 8; i++) writeFileSync(join(base, 'pictures', name, `${i}.png`), picture(bright, i));
    }
    const folder = await trained('pictures', classifier({ images: 'pictures', scale: 255 }, 2, 60));
    const saved = await modelOfRun(folder, 'last');
    writeFileSync(join(base, 'unseen.png'), picture(true, 11));
    const prediction = await predict(saved, { kind: 'file', path: join(base, 'unseen.png') });
    expect(prediction.classes!.map(({ name }) => name)).toEqual(['light', 'dark']);
    expect(prediction.outputs[0]).toBeGreaterThan(0.5);
    expect(prediction.shown).toEqual({
      kind: 'image',
      width: 6,
      height: 5,
      channels: 1,
      pixels: Array.from({ length: 30 }, (_, p) => 200 + ((p * 7 + 11) % 30)),
    });
  });
});

describe('a model of numbers', () => {
  it('predicts numbers and measures its error', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i / 10},${(i * 13) % 7},${(3 * i) / 10 - 1}`);
    writeFileSync(join(base, 'line.csv'), `a,b,c\n${rows.join('\n')}\n`);
    const folder = await trained('line', {
      data: { file: 'line.csv', target: 'c', standardise: true },
      layers: [
        { id: 'input', type: 'input' },
        { id: 'output', type: 'dense', units: 1, activation: 'linear' },
      ],
      training: {
        loss: 'mean-squared-error',
        optimizer: { type: 'adam', learningRate: 0.1 },
        iterations: 800,
      },
    });
    const saved = await modelOfRun(folder, 'best');
    const prediction = await predict(saved, { kind: 'row', values: ['2', '3'] });
    expect(prediction.classes).toBeUndefined();
    expect(prediction.outputs[0]).toBeCloseTo(5, 1);
    const [report] = await evaluateModel(saved, ['test']);
    expect(report).toMatchObject({ set: 'test', examples: 8 });
    expect(Object.keys(report!.metrics).sort()).toEqual([
      'mean-absolute-error',
      'r-squared',
      'root-mean-squared-error',
    ]);
    expect(report!.metrics['r-squared']).toBeGreaterThan(0.99);
    expect(report!.targets).toEqual(['c']);
    expect(report!.metrics['mean-absolute-error']).toBeLessThan(0.1);
    writeFileSync(join(base, 'line-new.csv'), 'a,b\n2,3\n');
    let text = '';
    for await (const piece of (await predictFile(saved, join(base, 'line-new.csv'))).text()) text += piece;
    expect(text).toMatch(/^a,b,prediction\n2,3,[45]\.\d+\n$/);
  });
});
