import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze, networkDigest } from '../../src/core/analyze';
import { applyTextEdits, editNetwork } from '../../src/core/network/edit';

const text = `{
  // a comment
  "name": "cats",
  "data": { "generator": "flower" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "tanh" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 100 }
}
`;

it('names layers as the file does, where ids are missing or double', () => {
  const text = JSON.stringify({
    layers: [
      { id: 'input', type: 'input', shape: [2] },
      { id: 'a', type: 'dense', units: 3, activation: 'tanh' },
      { id: 'a', type: 'dense', units: 4 },
      { type: 'dense', units: 2 },
      { id: 'output', type: 'dense', units: 1, activation: 'sigmoid', inputs: ['a'] },
    ],
  });
  const messages = analyze(text).problems.map(({ message }) => message);
  expect(messages.join()).not.toMatch(/"a-2"|"dense"/);
  expect(messages.some(message => message.startsWith('"a" is a hidden layer without'))).toBe(true);
  expect(messages.some(message => message.startsWith('The dense layer without an id feeds no other'))).toBe(
    true,
  );
});

describe('a snapshot', () => {
  it('of a good network has no problem', () => {
    expect(analyze(text).problems).toEqual([]);
  });

  it('has its problems in the order of the text', () => {
    const { problems } = analyze(
      text.replace('"sigmoid"', '"relu"').replace('4,', '0,').replace('"sgd"', '"sdg"'),
    );
    expect(problems.map(({ code }) => code)).toEqual(['bad-value', 'bad-value']);
    expect(problems.map(({ span }) => span.start)).toEqual(
      problems.map(({ span }) => span.start).sort((a, b) => a - b),
    );
  });

  it('is undefined where there is nothing to draw, and says why', () => {
    expect(analyze('')).toMatchObject({
      network: undefined,
      shapes: undefined,
      problems: [{ code: 'bad-json' }],
    });
    expect(analyze('[]').network).toBeUndefined();
  });
});

describe('the digest of a network', () => {
  const edited = (path: string[], value: unknown) =>
    applyTextEdits(text, editNetwork(text, [{ kind: 'set-value', path, value }]));

  it('is the same after changes that don’t matter to a run', () => {
    for (const same of [
      text.replace('// a comment\n', ''),
      text.replace('"cats"', '"dogs"'),
      text.replace(/\n */g, ' ').replace('// a comment', ''),
      edited(['view', 'positions', 'input'], { x: 1, y: 2 }),
      text.replace(
        '"loss": "binary-cross-entropy", "optimizer": "sgd"',
        '"optimizer": "sgd", "loss": "binary-cross-entropy"',
      ),
    ]) {
      expect(networkDigest(same)).toBe(networkDigest(text));
    }
  });

  it('differs after changes that do', () => {
    const digests = [
      text,
      edited(['training', 'iterations'], 101),
      edited(['data', 'generator'], 'moons'),
      text.replace('4,', '5,'),
      text.replace('tanh', 'relu'),
      '',
    ].map(networkDigest);
    expect(new Set(digests).size).toBe(digests.length);
    for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{14}$/);
  });
});

describe('very many faults', () => {
  const bad = (count: number) =>
    `{ "layers": [${Array.from({ length: count }, (_, i) => `{ "id": "h${i}", "type": "dense", "units": -1, "inputs": ["h${count - 1}"] }`).join(', ')}] }`;

  it('are counted where there are some hundreds', () => {
    const { network, problems } = analyze(bad(700));
    expect(network?.layers).toHaveLength(700);
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)?.message).toBe('And 1,199 more: correct those above first.');
  });

  it('are left alone after 1,000, which is said, and nothing is said of layers that were not read', () => {
    const { network, problems } = analyze(bad(3_000));
    expect(network?.layers).toHaveLength(1_000);
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)).toMatchObject({
      code: 'more-problems',
      message: 'And more than 800 more: correct those above first; until then the rest isn’t looked at.',
      more: { error: 800, warning: 0, information: 0 },
    });
    expect(problems.filter(({ code }) => code === 'missing-input')).toEqual([]);
  });

  it('are left alone in one value of many too', () => {
    const items = Array.from({ length: 3_000 }, (_, i) => i).join(', ');
    const { problems } = analyze(`{ "layers": [{ "id": "in", "type": "input", "inputs": [${items}] }] }`);
    expect(problems.at(-1)?.message).toMatch(/^And more than 800 more: /);
  });
});

describe('the samples', () => {
  const folder = new URL('../../samples/', import.meta.url);
  const files = readdirSync(folder).filter(file => file.endsWith('.nn.json') && file !== 'mistakes.nn.json');

  it.each(files)('%s is free of problems', file => {
    expect(analyze(readFileSync(new URL(file, folder), 'utf8')).problems).toEqual([]);
  });

  it('are not empty', () => {
    expect(files.length).toBeGreaterThan(0);
  });
});
