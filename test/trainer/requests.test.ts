import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FromTrainer, ToTrainer } from '../../src/protocol/trainer';
import { bundle } from '../cli/bundle';
import { networkText } from '../runs/network';
import { temporaryFolder } from '../runs/temporaryFolder';
import { Trainer } from './trainer';

// each test starts processes, on a machine that may be busy
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const built = bundle('trainer');
const base = temporaryFolder();
let run: string;

beforeAll(async () => {
  const trainer = new Trainer(built.path('trainer'));
  trainer.send({ type: 'train', file: join(base, 'moons.nn.json'), text: networkText(), paused: false });
  await trainer.ended;
  run = trainer.info.folder;
});

/** What a process answers to one request, progress left out. */
async function ask(request: ToTrainer): Promise<FromTrainer[]> {
  const trainer = new Trainer(built.path('trainer'));
  trainer.send(request);
  expect((await trainer.ended).code).toBe(0);
  return trainer.messages.filter(({ type }) => type !== 'progress');
}

describe('a request to the training process', () => {
  it('predicts', async () => {
    const input = { kind: 'row', values: ['0.5', -0.25] } as const;
    expect(await ask({ type: 'predict', id: 1, run, weights: 'best', input })).toEqual([
      {
        type: 'prediction',
        id: 1,
        prediction: expect.objectContaining({ outputs: [expect.any(Number)], classes: expect.any(Array) }),
      },
    ]);
  });

  it('evaluates', async () => {
    expect(await ask({ type: 'evaluate', id: 1, run, weights: 'last', set: 'test' })).toEqual([
      { type: 'evaluation', id: 1, report: expect.objectContaining({ set: 'test', examples: 12 }) },
    ]);
  });

  it('predicts a file, and writes over none', async () => {
    const input = join(base, 'points.csv');
    writeFileSync(input, 'x1,x2\n0,1\n1,0\n');
    const output = join(base, 'points.predictions.csv');
    const request = { type: 'predict-file', id: 1, run, weights: 'best', input, output } as const;
    expect(await ask(request)).toEqual([{ type: 'predicted-file', id: 1, output, rows: 2, notes: [] }]);
    const first = readFileSync(output, 'utf8');
    const second = join(base, 'points.predictions-2.csv');
    expect(await ask(request)).toEqual([
      { type: 'predicted-file', id: 1, output: second, rows: 2, notes: [] },
    ]);
    expect(readFileSync(output, 'utf8')).toBe(first);
    expect(readFileSync(second, 'utf8')).toBe(first);
  });

  it('can be cancelled, and leaves nothing behind', async () => {
    const input = join(base, 'many.csv');
    writeFileSync(input, `x1,x2\n${'0.25,0.5\n'.repeat(300_000)}`);
    const output = join(base, 'many.predictions.csv');
    const trainer = new Trainer(built.path('trainer'));
    trainer.send({ type: 'predict-file', id: 1, run, weights: 'best', input, output });
    await trainer.until(() => trainer.all('progress').length > 0);
    const asked = performance.now();
    trainer.send({ type: 'cancel' });
    expect((await trainer.ended).code).toBe(0);
    console.log(`cancel answered after ${(performance.now() - asked).toFixed(0)} ms`);
    expect(trainer.all('predicted-file')).toEqual([]);
    expect(existsSync(output)).toBe(false);
  });

  it('tells a fault in one sentence', async () => {
    const input = { kind: 'row', values: [1, 2] } as const;
    const absent = join(base, 'absent');
    expect(await ask({ type: 'predict', id: 1, run: absent, weights: 'best', input })).toEqual([
      { type: 'fault', message: expect.stringContaining('isn’t the folder of a run'), file: absent },
    ]);
    const narrow = { kind: 'row', values: [1] } as const;
    const [fault] = await ask({ type: 'predict', id: 1, run, weights: 'best', input: narrow });
    expect(fault).toMatchObject({ type: 'fault', message: expect.stringMatching(/1.*2|2.*1/) });
  });

  describe('to go on with a text', () => {
    const text = JSON.stringify({
      data: { text: 'letters.txt', window: 2, split: { test: 0 } },
      layers: [
        { id: 'input', type: 'input' },
        { id: 'letters', type: 'embedding', vocabulary: 4, size: 4 },
        { id: 'flatten', type: 'flatten' },
        { id: 'output', type: 'dense', units: 4, activation: 'softmax' },
      ],
      training: {
        loss: 'categorical-cross-entropy',
        optimizer: { type: 'adam', learningRate: 0.05 },
        iterations: 300,
      },
    });
    let written: string;
    beforeAll(async () => {
      writeFileSync(join(base, 'letters.txt'), 'abc\n'.repeat(60));
      const trainer = new Trainer(built.path('trainer'));
      trainer.send({ type: 'train', file: join(base, 'letters.nn.json'), text, paused: false });
      await trainer.ended;
      written = trainer.info.folder;
    });
    const request = { type: 'generate', id: 4, start: 'ab', length: 10, temperature: 0, seed: 1 } as const;

    it('writes what comes next, and says when it has ended', async () => {
      const answers = await ask({ ...request, run: written });
      expect(answers.at(-1)).toEqual({ type: 'generated', id: 4 });
      const pieces = answers.flatMap(answer => (answer.type === 'generating' ? [answer.piece] : []));
      expect(pieces.join('')).toBe('c\nabc\nabc\n');
    });

    it('stops where it is', async () => {
      const trainer = new Trainer(built.path('trainer'));
      trainer.send({ ...request, length: 100_000, run: written });
      await trainer.until(() => trainer.all('generating').length > 1);
      trainer.send({ type: 'cancel' });
      expect((await trainer.ended).code).toBe(0);
      expect(trainer.all('generated')).toEqual([]);
    });

    it('says what the text of the training never had', async () => {
      expect(await ask({ ...request, start: 'x', run: written })).toMatchObject([
        { type: 'fault', message: expect.stringContaining('weren’t in the text of the training') },
      ]);
    });
  });
});
