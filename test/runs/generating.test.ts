import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { transformerBlock } from '../../src/core/layers/blocks/transformerBlock';
import type { Reading } from '../../src/data/reading';
import { readMetrics } from '../../src/runs/folder/runFolder';
import { generateText } from '../../src/runs/model/generating/generateText';
import { predict } from '../../src/runs/model/predict';
import { modelOfRun } from '../../src/runs/model/savedModel';
import type { MetricPoint } from '../../src/runs/run';
import { newRun } from '../../src/runs/training/newRun';
import { startSession } from '../../src/runs/training/session';
import { temporaryFolder } from './temporaryFolder';

const folder = temporaryFolder();
const song = 'the cat sat on the mat. a dog ran to the den! ';

const block = transformerBlock.layers(8, { heads: 2 }).map(({ id, type, inputs, fields }) => ({
  id,
  type,
  ...(inputs && { inputs: inputs.map(input => (typeof input === 'string' ? input : 'start')) }),
  ...fields,
}));

const networks: Readonly<Record<string, readonly object[]>> = {
  'a transformer block': [{ id: 'start', type: 'position' }, ...block],
  'positions of waves': [{ id: 'start', type: 'position', kind: 'sinusoidal' }, ...block],
  'attention without bias': [{ id: 'start', type: 'self-attention', heads: 4, causal: true, bias: false }],
  'an RNN': [{ id: 'memory', type: 'rnn', units: 8, returnSequences: true }],
  'a GRU': [{ id: 'memory', type: 'gru', units: 8, returnSequences: true }],
  'an LSTM behind another': [
    { id: 'memory', type: 'lstm', units: 8, returnSequences: true },
    { id: 'memory-2', type: 'lstm', units: 6, returnSequences: true, bias: false },
  ],
};

async function trained(name: string, hidden: readonly object[], window = 12, precision = 'float32') {
  writeFileSync(join(folder, 'song.txt'), song.repeat(8));
  const text = JSON.stringify({
    data: { text: 'song.txt', window, everyStep: true, split: { test: 0 } },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'tokens', type: 'embedding', vocabulary: 15, size: 8 },
      ...hidden,
      { id: 'output', type: 'dense', units: 15, activation: 'softmax' },
    ],
    training: {
      loss: 'categorical-cross-entropy',
      optimizer: { type: 'adam', learningRate: 0.01 },
      iterations: 60,
      batchSize: 8,
      precision,
    },
  });
  const file = join(folder, `${name.replaceAll(' ', '-')}-${precision}.nn.json`);
  return modelOfRun((await startSession(reading => newRun({ file, text }, reading), {}).ended)!.folder);
}

type Saved = Awaited<ReturnType<typeof trained>>;

async function generated(saved: Saved, start: string, length: number, kept: boolean, temperature = 1) {
  let text = '';
  for await (const piece of generateText(saved, { start, length, temperature, seed: 3, kept })) text += piece;
  return text;
}

describe('a text that is gone on with', () => {
  const cases = Object.entries(networks).flatMap(([name, hidden]) =>
    ['float32', 'float64'].map(precision => ({ name, hidden, precision })),
  );
  test.each(cases)(
    '$name, $precision: is the same with what is kept and without',
    async ({ name, hidden, precision }) => {
      const saved = await trained(name, hidden, 12, precision);
      expect(saved.model.stepper()).toBeDefined();
      for (const start of ['', 'the ', song.slice(0, 12), song]) {
        const kept = await generated(saved, start, 60, true);
        expect(kept).toHaveLength(60);
        expect(kept).toBe(await generated(saved, start, 60, false));
      }
      // what was made before leaves nothing behind
      expect(await generated(saved, 'the ', 30, true)).toBe(
        (await generated(saved, 'the ', 60, true)).slice(0, 30),
      );
    },
  );

  it('is told by shares that are those of the whole network, at each place', async () => {
    const saved = await trained('shares', networks['a transformer block']!, 12, 'float64');
    const stepper = saved.model.stepper()!;
    const { vocabulary } = saved.preprocessing.text!;
    const { outputs } = await predict(saved, { kind: 'row', values: [song.slice(0, 12)] });
    const indices = [...song.slice(0, 12)].map(token => vocabulary.indexOf(token));
    for (const pieces of [[12], [6, 6], [1, 7, 4], Array<number>(12).fill(1)]) {
      stepper.begin();
      let at = 0;
      let found: ArrayLike<number> = [];
      for (const count of pieces) found = stepper.take(indices.slice(at, (at += count)));
      expect(found).toHaveLength(15);
      for (let j = 0; j < 15; j++) expect(found[j]).toBeCloseTo(outputs[j]!, 12);
    }
    expect(() => stepper.take([1])).toThrow('There is no room for 1 steps more.');
  });

  it('keeps nothing where a layer needs steps that haven’t come, and goes on all the same', async () => {
    const saved = await trained('both ways', [
      { id: 'memory', type: 'gru', units: 4, bidirectional: true, returnSequences: true },
    ]);
    expect(saved.model.stepper()).toBeUndefined();
    expect(await generated(saved, 'the ', 20, true)).toHaveLength(20);
  });

  it('needs a window of one token no more than any other', async () => {
    const saved = await trained('one', [{ id: 'start', type: 'position' }, ...block], 1);
    expect(await generated(saved, '', 20, true)).toBe(await generated(saved, '', 20, false));
  });
});

describe('a sample while a text is learnt', () => {
  const hidden = [{ id: 'start', type: 'position' }, ...block];
  const kinds: Readonly<Record<string, { layers: readonly object[]; everyStep: boolean }>> = {
    'of every step': { layers: hidden, everyStep: true },
    'of the last one': { layers: [{ id: 'flatten', type: 'flatten' }], everyStep: false },
  };

  async function session(kind: string, sampleEvery: number | undefined) {
    const { layers, everyStep } = kinds[kind]!;
    writeFileSync(join(folder, 'song.txt'), song.repeat(8));
    const text = JSON.stringify({
      data: { text: 'song.txt', window: 6, everyStep, split: { test: 0 } },
      layers: [
        { id: 'input', type: 'input' },
        { id: 'tokens', type: 'embedding', vocabulary: 15, size: 8 },
        ...layers,
        { id: 'output', type: 'dense', units: 15, activation: 'softmax' },
      ],
      training: {
        loss: 'categorical-cross-entropy',
        optimizer: { type: 'adam', learningRate: 0.01 },
        iterations: 25,
        batchSize: 8,
        sampleEvery,
      },
    });
    const points: MetricPoint[] = [];
    const file = join(folder, `sampled-${everyStep}-${sampleEvery}.nn.json`);
    const open = (reading: Reading) => newRun({ file, text }, reading);
    const info = await startSession(open, { metric: point => void points.push(point) }).ended;
    const saved = await modelOfRun(info!.folder);
    const weights = saved.model.parameters.map(({ value }) => [...value.data]);
    return { sampled: points.filter(({ sample }) => sample !== undefined), weights, info: info! };
  }

  test.each(Object.keys(kinds))('%s: stands with its step, is kept, and changes no step', async kind => {
    const with10 = await session(kind, 10);
    expect(with10.sampled.map(({ iteration }) => iteration)).toEqual([0, 10, 20, 25]);
    for (const { sample } of with10.sampled) expect(sample).toHaveLength(160);
    // the same draws, of other shares
    expect(new Set(with10.sampled.map(({ sample }) => sample)).size).toBeGreaterThan(1);
    const kept = await readMetrics(with10.info);
    expect(kept.filter(({ sample }) => sample)).toEqual(with10.sampled);
    const without = await session(kind, 0);
    expect(without.sampled).toEqual([]);
    expect(without.weights).toEqual(with10.weights);
  });
});
