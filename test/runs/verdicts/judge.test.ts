import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits, editNetwork } from '../../../src/core/network/edit';
import { readRunInfo } from '../../../src/runs/folder/runFolder';
import { evaluateModel } from '../../../src/runs/model/evaluateModel';
import { predict } from '../../../src/runs/model/predict';
import { modelOfRun } from '../../../src/runs/model/savedModel';
import type { RunInfo } from '../../../src/runs/run';
import { newRun } from '../../../src/runs/training/newRun';
import { startSession } from '../../../src/runs/training/session';
import { judge, type Outcome, sameForAll } from '../../../src/runs/verdicts';
import { temporaryFolder } from '../temporaryFolder';

const base = temporaryFolder();
let count = 0;

async function trained(value: object): Promise<RunInfo> {
  return trainedText(JSON.stringify(value, undefined, 2));
}

async function trainedText(text: string): Promise<RunInfo> {
  const file = join(base, `n${count++}.nn.json`);
  const info = await startSession(reading => newRun({ file, text }, reading), {}).ended;
  return info!;
}

const write = (name: string, head: string, row: (i: number) => string, rows = 60) =>
  writeFileSync(join(base, name), `${head}\n${Array.from({ length: rows }, (_, i) => row(i)).join('\n')}\n`);

const network = (data: object, output: object, training: object, hidden: object[] = []) => ({
  data: { split: { test: 0 }, ...data },
  layers: [{ id: 'input', type: 'input' }, ...hidden, { id: 'output', type: 'dense', units: 1, ...output }],
  training: { seed: 1, iterations: 200, ...training },
});

const numbers = { loss: 'mean-squared-error', optimizer: { type: 'adam', learningRate: 0.01 } };
const classes = { loss: 'binary-cross-entropy', optimizer: { type: 'adam', learningRate: 0.01 } };

beforeAll(() => {
  write(
    'houses.csv',
    'rooms,garden,price',
    i => `${1 + (i % 6)},${i % 4},${8_000 + 2_500 * (i % 6) + 300 * (i % 4)}`,
  );
  write('sizes.csv', 'area,price', i => `${20_000 + 900 * i},${40_000 + 1_700 * i}`);
  write('scores.csv', 'hours,score', i => `${(i % 10) / 10},${3 + ((i * 7) % 99)}`);
  write('signed.csv', 'x,y', i => `${(i % 10) / 10},${-8.5 + (i % 15)}`);
  write('rare.csv', 'x,z,fault', i => `${(i * 7) % 5},${(i * 3) % 4},${i % 30 === 0 ? 1 : 0}`, 300);
  write(
    'none.csv',
    'x,y',
    i => `${(i % 2) * 2 - 1},${(Math.floor(i / 2) % 2) * 2 - 1 + 0.01 * (Math.floor(i / 4) % 3)}`,
  );
});

describe('a run that is no success', () => {
  it('whose targets are far away for its steps says so, and standardising them mends it', async () => {
    const text = network(
      { file: 'houses.csv', target: 'price' },
      { activation: 'linear' },
      { ...numbers, optimizer: { type: 'adam', learningRate: 0.001 } },
    );
    const info = await trained(text);
    expect(info.state).toBe('finished');
    expect(info.verdict).toMatchObject({
      code: 'no-better-than-mean',
      fix: { title: 'Standardise the Target' },
    });
    const written = JSON.stringify({
      ...text,
      training: { ...text.training, optimizer: { type: 'adam', learningRate: 0.05 } },
    });
    const mended = applyTextEdits(written, editNetwork(written, info.verdict!.fix!.edits));
    expect(JSON.parse(mended).data.standardiseTarget).toBe(true);
    expect((await trainedText(mended)).verdict).toBeUndefined();
  });

  it('whose cost grew says from where to where', async () => {
    const info = await trained(
      network(
        { file: 'sizes.csv', target: 'price' },
        { activation: 'linear' },
        {
          ...numbers,
          optimizer: { type: 'sgd', learningRate: 1e-9 * 5 },
          iterations: 6,
          precision: 'float64',
        },
      ),
    );
    expect(info.state).toBe('finished');
    expect(info.verdict!.code).toBe('cost-rose');
    expect(info.verdict!.message).toMatch(/^The cost ended at .*, above the .* it began at/);
    expect(info.verdict!.fix!.title).toBe('Standardise the Inputs');
  });

  it('whose outputs can’t reach the targets says the ranges', async () => {
    const sigmoid = await trained(
      network({ file: 'scores.csv', target: 'score' }, { activation: 'sigmoid' }, numbers),
    );
    expect(sigmoid.verdict).toMatchObject({ code: 'out-of-reach', fix: { title: 'Use a Linear Output' } });
    expect(sigmoid.verdict!.message).toBe(
      'The targets run from 3 to 101, but sigmoid gives only 0 to 1, so the predictions can’t reach them all.',
    );
    const relu = await trained(network({ file: 'signed.csv', target: 'y' }, { activation: 'relu' }, numbers));
    expect(relu.verdict!.message).toContain('relu gives nothing below 0');
  });

  it('that predicts one class only says the shares; so does its evaluation', async () => {
    const info = await trained(
      network({ file: 'rare.csv', target: 'fault' }, { activation: 'sigmoid' }, classes),
    );
    expect(info.verdict).toMatchObject({ code: 'one-class' });
    expect(info.verdict!.message).toBe(
      'Of the examples, 96.7 % are “0”, and every prediction is “0”: the other class is never found.',
    );
    const [report] = await evaluateModel(await modelOfRun(info.folder), ['train']);
    expect(report!.verdict?.message).toBe(info.verdict!.message);
  });

  it('of examples of one class says that nothing can be told apart, and no other class is made up', async () => {
    write('cats.csv', 'x,z,pet', i => `${(i * 7) % 5},${(i * 3) % 4},cat`);
    const info = await trained(
      network({ file: 'cats.csv', target: 'pet', split: { test: 0.2 } }, { activation: 'sigmoid' }, classes),
    );
    const message =
      'Every example that it learnt from is “cat”, so there is nothing to tell apart: a low cost says nothing. Add examples of another class.';
    expect(info.verdict).toEqual({ code: 'only-class', message });
    const model = await modelOfRun(info.folder);
    const reports = await evaluateModel(model, undefined);
    expect(reports).toHaveLength(2);
    for (const report of reports) {
      expect(report.verdict!.message).toBe(message);
      expect([report.metrics, report.confusion, report.classes]).toEqual([{}, undefined, undefined]);
    }
    const { classes: names } = await predict(model, { kind: 'row', values: [1, 2] });
    expect(names!.map(({ name }) => name).sort()).toEqual(['cat', 'not cat']);
  });

  it('that predicts a class which no example is of counts all others as missed', () => {
    const said = (confusion: number[][]) => sameForAll({ confusion }, ['a', 'b', 'c'])?.message;
    expect(
      said([
        [0, 0, 5],
        [0, 0, 5],
        [0, 0, 0],
      ]),
    ).toMatch(/^Of the examples, 0 % are “c”.*: the other 2 classes are never found\.$/);
    expect(
      said([
        [0, 0, 0],
        [0, 0, 5],
        [0, 0, 5],
      ]),
    ).toMatch(/^Of the examples, 50 % are “c”.*: the other class is never found\.$/);
    expect(
      said([
        [0, 0, 5],
        [0, 0, 5],
        [0, 0, 5],
      ]),
    ).toMatch(/: the other 2 classes are never found\.$/);
    expect(
      said([
        [0, 0, 5],
        [0, 1, 4],
        [0, 0, 0],
      ]),
    ).toBeUndefined();
  });

  it('whose cost didn’t move says so', async () => {
    const info = await trained(
      network(
        { generator: 'moons', examples: 60 },
        { activation: 'sigmoid' },
        { ...classes, optimizer: { type: 'sgd', learningRate: 1e-8 } },
      ),
    );
    expect(info.verdict!.code).toMatch(/no-progress|one-class/);
  });

  it('whose cost came up again in the end says where it was lowest', () => {
    const text = JSON.stringify(network({ generator: 'moons' }, { activation: 'sigmoid' }, classes));
    const outcome: Outcome = {
      snapshot: analyze(text),
      facts: undefined,
      classes: ['0', '1'],
      costs: [0.7, 0.4, 0.02, 0.3].map((cost, i) => ({ iteration: 100 * i, cost })),
      fullBatch: true,
      steps: 400,
      end: {
        cost: 0.5,
        metrics: { accuracy: 0.8 },
        confusion: [
          [20, 5],
          [5, 20],
        ],
      },
      objective: 0.5,
    };
    expect(judge(outcome)).toMatchObject({
      code: 'far-above-best',
      message: expect.stringContaining('0.02 about iteration 200'),
      fix: { title: 'Lower the Learning Rate to 0.001' },
    });
    // of batches, one that happens to be easy is no lowest cost
    expect(judge({ ...outcome, fullBatch: false })).toBeUndefined();
  });

  it('that stopped early, and was best before its first step, says so with more patience', async () => {
    const text = JSON.stringify(
      network(
        { generator: 'moons', examples: 80 },
        { activation: 'sigmoid' },
        {
          loss: 'binary-cross-entropy',
          optimizer: { type: 'sgd', learningRate: 1e-30 },
          batchSize: 'all',
          evaluateEvery: 1,
          stop: { figure: 'cost', set: 'train', patience: 3 },
        },
      ),
    );
    const info = await trainedText(text);
    expect(info).toMatchObject({
      state: 'finished',
      iteration: 3,
      verdict: {
        code: 'never-better',
        message:
          'The train cost was never better than before the first step, and training stopped after 3 steps: it may have had too little time to learn.',
        fix: { title: 'Wait for 12 Evaluations' },
      },
    });
    const mended = applyTextEdits(text, editNetwork(text, info.verdict!.fix!.edits));
    expect(JSON.parse(mended).training.stop.patience).toBe(12);
  });

  it('is judged by what its steps made smaller, where examples are weighed', async () => {
    const weighed = (weight: number, learningRate: number) =>
      network(
        { generator: 'moons', examples: 80 },
        { activation: 'sigmoid' },
        {
          loss: 'binary-cross-entropy',
          optimizer: { type: 'sgd', learningRate },
          classWeights: { 0: weight, 1: weight },
          iterations: 60,
        },
      );
    // the cost without weights at the end is above that with weights at the beginning, and below
    expect((await trained(weighed(0.1, 0.5))).verdict).toBeUndefined();
    expect((await trained(weighed(10, 1e-9))).verdict?.code).toBe('no-progress');
  });

  it('keeps its verdict in run.json, as it was', async () => {
    const info = await trained(
      network(
        { file: 'scores.csv', target: 'score' },
        { activation: 'sigmoid' },
        { ...numbers, iterations: 3 },
      ),
    );
    expect((await readRunInfo(info.folder))!.verdict).toEqual(info.verdict);
  });
});

describe('a run that learnt something has no verdict', () => {
  const hidden = [{ id: 'hidden', type: 'dense', units: 4, activation: 'tanh' }];
  it.each([
    [
      'two classes',
      network({ generator: 'moons', examples: 80 }, { activation: 'sigmoid' }, classes, hidden),
    ],
    [
      'in mini-batches',
      network(
        { generator: 'circles', examples: 80 },
        { activation: 'sigmoid' },
        { ...classes, batchSize: 8, iterations: 1000 },
        hidden,
      ),
    ],
    [
      'numbers, standardised',
      network(
        { file: 'houses.csv', target: 'price', standardiseTarget: true },
        { activation: 'linear' },
        { ...numbers, optimizer: { type: 'adam', learningRate: 0.05 } },
      ),
    ],
    [
      'numbers as they are',
      network(
        { file: 'signed.csv', target: 'y', standardise: true },
        { activation: 'linear' },
        { ...numbers, optimizer: { type: 'adam', learningRate: 0.3 } },
        hidden,
      ),
    ],
    [
      'a few steps alone',
      network(
        { generator: 'moons', examples: 80 },
        { activation: 'sigmoid' },
        { ...classes, iterations: 5 },
        hidden,
      ),
    ],
  ])('%s', async (_, value) => {
    const info = await trained(value);
    expect(info.state).toBe('finished');
    expect(info.verdict).toBeUndefined();
  });
});
