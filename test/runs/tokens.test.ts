import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateText } from '../../src/runs/model/generating/generateText';
import { predict } from '../../src/runs/model/predict';
import { predictFile } from '../../src/runs/model/predictFile';
import { modelOfRun } from '../../src/runs/model/savedModel';
import { newRun } from '../../src/runs/training/newRun';
import { startSession } from '../../src/runs/training/session';
import { npyOf, npyOfWhole } from '../data/npyBytes';
import { temporaryFolder } from './temporaryFolder';

// indices of tokens in an array, through an embedding: the answer is the token that stands second of three

const folder = temporaryFolder();
const rows = Array.from({ length: 125 }, (_, i) => [i % 5, Math.floor(i / 5) % 5, Math.floor(i / 25)]);

async function train(name: string, x: readonly number[], vocabulary = 5) {
  const bytes = x.every(Number.isInteger) ? npyOfWhole([125, 3], x) : npyOf([125, 3], x);
  writeFileSync(join(folder, `${name}-x.npy`), bytes);
  const y = npyOfWhole(
    [125],
    rows.map(([, middle]) => middle!),
  );
  writeFileSync(join(folder, `${name}-y.npy`), y);
  const text = JSON.stringify({
    data: { train: { x: `${name}-x.npy`, y: `${name}-y.npy` }, split: { test: 0 } },
    layers: [
      { id: 'input', type: 'input' },
      { id: 'letters', type: 'embedding', vocabulary, size: 4 },
      { id: 'flatten', type: 'flatten' },
      { id: 'output', type: 'dense', units: 5, activation: 'softmax' },
    ],
    training: {
      loss: 'categorical-cross-entropy',
      optimizer: { type: 'adam', learningRate: 0.05 },
      iterations: 120,
    },
  });
  const file = join(folder, `${name}.nn.json`);
  return startSession(reading => newRun({ file, text }, reading), {}).ended;
}

const changed = (value: number) => rows.flat().map((index, i) => (i === 40 ? value : index));

describe('an embedding', () => {
  it('learns which token counts, and predicts rows of indices', async () => {
    const saved = await modelOfRun((await train('learns', rows.flat()))!.folder);
    const { classes } = await predict(saved, { kind: 'row', values: ['3', '1', '4'] });
    expect(classes![0]!.name).toBe('1');
    expect(classes![0]!.probability).toBeGreaterThan(0.9);
    await expect(
      generateText(saved, { start: '', length: 1, temperature: 1, seed: 1 }).next(),
    ).rejects.toThrow(
      'The network wasn’t trained on a text, so there is nothing to go on with: its data need "text".',
    );
    await expect(predict(saved, { kind: 'row', values: ['3', '5', '4'] })).rejects.toThrow(
      'Example 0, counted from 0, holds the index 5, but the vocabulary of "letters" is 5: it takes 0 to 4.',
    );
    writeFileSync(join(folder, 'more.npy'), npyOfWhole([2, 3], [0, 1, 2, 0, 1, -1]));
    await expect(predictFile(saved, 'more.npy')).rejects.toThrow(
      'Example 1, counted from 0, holds the index -1',
    );
  });

  it('refuses an index beyond its vocabulary before the first step, and what is no index', async () => {
    await expect(train('beyond', changed(7))).rejects.toThrow(
      'Example 13, counted from 0, holds the index 7, but the vocabulary of "letters" is 5: it takes 0 to 4.',
    );
    await expect(train('fraction', changed(1.5))).rejects.toThrow(
      'Example 13, counted from 0, holds 1.5, which is no index of a token: "letters" takes whole numbers from 0 to 4.',
    );
  });
});

describe('a text', () => {
  it('is learnt, kept with its vocabulary, and what comes next is predicted from text', async () => {
    writeFileSync(join(folder, 'song.txt'), 'la, di, da! '.repeat(40));
    const text = JSON.stringify({
      data: { text: 'song.txt', window: 4 },
      layers: [
        { id: 'input', type: 'input' },
        { id: 'letters', type: 'embedding', vocabulary: 7, size: 4 },
        { id: 'flatten', type: 'flatten' },
        { id: 'output', type: 'dense', units: 7, activation: 'softmax' },
      ],
      training: {
        loss: 'categorical-cross-entropy',
        optimizer: { type: 'adam', learningRate: 0.05 },
        iterations: 150,
      },
    });
    const file = join(folder, 'song.nn.json');
    const run = await startSession(reading => newRun({ file, text }, reading), {}).ended;
    const saved = await modelOfRun(run!.folder);
    expect(saved.preprocessing.text).toEqual({
      tokens: 'characters',
      vocabulary: [' ', '!', ',', 'a', 'd', 'i', 'l'],
      others: false,
      lead: [6, 3, 2, 0],
    });
    const next = async (typed: string) =>
      (await predict(saved, { kind: 'row', values: [typed] })).classes![0]!.name;
    expect([await next('la, d'), await next('la, di, d'), await next(' da!')]).toEqual(['i', 'a', '␣']);
    const written = async (options: object) => {
      const pieces: string[] = [];
      const given = { start: '', length: 14, temperature: 0, seed: 1, ...options };
      for await (const piece of generateText(saved, given)) pieces.push(piece);
      return pieces;
    };
    expect((await written({ start: 'la, di' })).join('')).toBe(', da! la, di, ');
    // a start of nothing stands behind the beginning of the text
    expect(await written({ length: 3 })).toEqual(['d', 'i', ',']);
    const bold = { temperature: 3, length: 60 };
    expect(await written({ ...bold, seed: 2 })).toEqual(await written({ ...bold, seed: 2 }));
    expect(await written({ ...bold, seed: 2 })).not.toEqual(await written({ ...bold, seed: 3 }));
    expect(await written({ ...bold, topK: 1 })).toEqual(await written({ length: 60 }));
    await expect(written({ start: 'lo' })).rejects.toThrow("'o'");
    const example = await predict(saved, { kind: 'test-example', index: 0 });
    expect(example.shown).toEqual({ kind: 'row', names: ['text'], values: ['la, '] });
    expect(example.truth).toBe('d');
    await expect(next('la, x')).rejects.toThrow(
      "The text holds characters that weren’t in the text of the training: 'x'.",
    );
  });
});
