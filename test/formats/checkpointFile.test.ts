import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeCheckpoint, encodeCheckpoint } from '../../src/formats/checkpointFile';
import { readSafetensors, SafetensorsFault, writeSafetensors } from '../../src/formats/safetensors';

const checkpoint = {
  iteration: 1234,
  parameters: [
    { name: 'hidden.W', shape: [2, 3], data: Float64Array.of(1, -2, 3e-300, 4, -0, 6) },
    { name: 'hidden.b', shape: [2, 1], data: Float64Array.of(0.1, 0.2) },
    { name: 'conv.W', shape: [2, 1, 3, 2], data: Float64Array.from({ length: 12 }, (_, i) => i / 7) },
    { name: 'norm.mean', shape: [3], data: Float64Array.of(1, 2, 3) },
    { name: 'norm.steps', shape: [], data: Float64Array.of(7) },
  ],
  slots: [
    { name: 'v', of: 'hidden.W', shape: [2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6) },
    { name: 'v', of: 'hidden.b', shape: [2, 1], data: Float64Array.of(7, 8) },
    { name: 's', of: 'conv.W', shape: [2, 1, 3, 2], data: Float64Array.from({ length: 12 }, (_, i) => i) },
  ],
};

test('a checkpoint of arrays of any shape survives the file, and other readers find them by their names', () => {
  const bytes = encodeCheckpoint(checkpoint, { note: 'kept' });
  expect(decodeCheckpoint(bytes)).toEqual(checkpoint);
  const { tensors, metadata } = readSafetensors(bytes);
  expect(tensors.map(({ name }) => name)).toEqual([
    'hidden.W',
    'hidden.b',
    'conv.W',
    'norm.mean',
    'norm.steps',
    'hidden.W/v',
    'hidden.b/v',
    'conv.W/s',
  ]);
  expect(metadata).toMatchObject({ note: 'kept', iteration: '1234' });
});

test('layers whose ids look like names of averages, or like nothing else, keep theirs', () => {
  const ids = ['v', 'a.W/v', 'a', 'a.W', 'v.W1', '/', '.', '__proto__', '1', 'ä"\\'];
  const arrays = ids.map((id, i) => ({ name: `${id}.W`, shape: [1], data: Float64Array.of(i) }));
  const odd = {
    iteration: 1,
    parameters: arrays,
    slots: arrays.map(({ name, shape }, i) => ({ name: 'v', of: name, shape, data: Float64Array.of(-i) })),
  };
  expect(decodeCheckpoint(encodeCheckpoint(odd))).toEqual(odd);
});

describe('files that aren’t named so', () => {
  test('a file of PyTorch holds parameters, and no averages', () => {
    const names = ['fc1.weight', 'fc1.bias', 'v.weight', 'bn.running_mean', 'encoder.layers.0.W1'];
    const tensors = names.map(name => ({ name, shape: [2], data: Float32Array.of(1, 2) }));
    for (const metadata of [{}, { format: 'pt' }, { format: 'pt', layers: 'twelve' }]) {
      const read = decodeCheckpoint(
        writeSafetensors({ tensors, metadata: metadata as Record<string, string> }),
      );
      expect(read).toEqual({ iteration: 0, parameters: tensors, slots: [] });
    }
  });

  // made by Layerwise of November 2026: 40 steps of Adam
  const older = readFileSync(join(import.meta.dirname, '../fixtures/runs/numbered/last.safetensors'));

  test('a file of numbered names is of the layers that it tells of', () => {
    const { iteration, parameters, slots } = decodeCheckpoint(older);
    expect(iteration).toBe(40);
    expect(parameters.map(({ name, shape }) => [name, shape])).toEqual([
      ['hidden.W', [5, 2]],
      ['hidden.b', [5, 1]],
      ['output.W', [1, 5]],
      ['output.b', [1, 1]],
    ]);
    expect(slots.map(({ name, of }) => `${name} of ${of}`)).toEqual(
      parameters.flatMap(({ name }) => [`v of ${name}`, `s of ${name}`]),
    );
    const { tensors } = readSafetensors(older);
    const written = new Map(tensors.map(({ name, data }) => [name, data]));
    expect(parameters[2]!.data).toEqual(written.get('W2'));
    expect(slots[5]!.data).toEqual(written.get('s.W2'));
    // and once more under the names of today
    const again = encodeCheckpoint({ iteration, parameters, slots });
    expect(decodeCheckpoint(again)).toEqual({ iteration, parameters, slots });
  });

  test('numbered names without layers stay numbered', () => {
    const tensors = [
      { name: 'W1', shape: [2, 3], data: new Float32Array(6) },
      { name: 'v.W1', shape: [2, 3], data: new Float32Array(6) },
    ];
    const bytes = writeSafetensors({ tensors, metadata: { format: 'layerwise' } });
    expect(decodeCheckpoint(bytes)).toEqual({
      iteration: 0,
      parameters: [tensors[0]],
      slots: [{ ...tensors[1], name: 'v', of: 'W1' }],
    });
  });
});

const tensor = (name: string, ...shape: number[]) => ({ name, shape, data: new Float32Array(4) });
const averages = (told: unknown) => ({ averages: JSON.stringify(told) });
const vOfW = { 'a.W/v': { of: 'a.W', average: 'v' } };
const numbered = (layers: unknown) => ({ format: 'layerwise', layers: JSON.stringify(layers) });

test.each([
  ['an iteration that isn’t one', [], { iteration: '-3' }, 'iteration -3'],
  ['averages that can’t be read', [], { averages: '{' }, 'averages'],
  ['averages of nothing', [], averages({ 'a.W/v': 'a.W' }), 'averages'],
  ['an average without its parameter', [tensor('a.W/v', 2, 2)], averages(vOfW), 'no a.W'],
  [
    'an average of another shape',
    [tensor('a.W', 2, 2), tensor('a.W/v', 4, 1)],
    averages(vOfW),
    'average v of a.W is (4, 1), but a.W is (2, 2)',
  ],
  ['layers that can’t be read', [], { format: 'layerwise', layers: '{' }, 'layers'],
  ['layers that aren’t names', [], numbered([3]), 'layers'],
  [
    'two parameters of one name',
    [tensor('W1', 4), tensor('W2', 4)],
    numbered({ W1: 'a', W2: 'a' }),
    'two arrays for a.W',
  ],
] as const)('%s is refused in a sentence', (_, tensors, metadata, words) => {
  const bytes = writeSafetensors({ tensors, metadata: metadata as Record<string, string> });
  expect(() => decodeCheckpoint(bytes)).toThrow(SafetensorsFault);
  expect(() => decodeCheckpoint(bytes)).toThrow(words);
});
