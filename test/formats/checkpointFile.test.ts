import { expect, test } from 'vitest';
import { decodeCheckpoint, encodeCheckpoint } from '../../src/formats/checkpointFile';
import { readSafetensors, SafetensorsFault, writeSafetensors } from '../../src/formats/safetensors';

const checkpoint = {
  iteration: 1234,
  parameters: [
    { name: 'W1', layer: 'hidden', shape: [2, 3] as const, data: Float64Array.of(1, -2, 3e-300, 4, -0, 6) },
    { name: 'b1', layer: 'hidden', shape: [2, 1] as const, data: Float64Array.of(0.1, 0.2) },
  ],
  slots: [
    { name: 'v.W1', shape: [2, 3] as const, data: Float64Array.of(1, 2, 3, 4, 5, 6) },
    { name: 'v.b1', shape: [2, 1] as const, data: Float64Array.of(7, 8) },
  ],
};

test('a checkpoint survives the file, and other readers find W1 and b1 by their names', () => {
  const bytes = encodeCheckpoint(checkpoint, { note: 'kept' });
  expect(decodeCheckpoint(bytes)).toEqual(checkpoint);
  const { tensors, metadata } = readSafetensors(bytes);
  expect(tensors.map(({ name }) => name)).toEqual(['W1', 'b1', 'v.W1', 'v.b1']);
  expect(metadata).toMatchObject({ note: 'kept', iteration: '1234' });
});

test.each([
  ['an iteration that isn’t one', { iteration: '-3' }, [2, 2], 'iteration -3'],
  ['layers that can’t be read', { layers: '{' }, [2, 2], 'layers'],
  ['layers that aren’t names', { layers: '[3]' }, [2, 2], 'layers'],
  ['a parameter with three sizes', {}, [2, 2, 1], 'W1 with 3 sizes'],
])('%s is refused in a sentence', (_, metadata, shape, words) => {
  const bytes = writeSafetensors({
    tensors: [{ name: 'W1', shape, data: new Float32Array(4) }],
    metadata: metadata as Record<string, string>,
  });
  expect(() => decodeCheckpoint(bytes)).toThrow(SafetensorsFault);
  expect(() => decodeCheckpoint(bytes)).toThrow(words);
});
