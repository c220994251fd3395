import { expect, test } from 'vitest';
import { augmentations } from '../../../src/core/augmentations';
import { trainingSchema } from '../../../src/core/network/schema';
import { augmented } from '../../../src/core/train/augmented/augmented';
import { arrayDataset } from '../train/arrayDataset';

const m = 20;
const constant = arrayDataset(
  Array.from({ length: m }, () => Array(8 * 8).fill(200)),
  Array.from({ length: m }, () => [1]),
  [8, 8],
);

function seen(augment: unknown): Float64Array {
  const list = trainingSchema.shape.augment.parse(augment)!;
  const X = new Float64Array(m * 8 * 8);
  augmented(constant, list, 1).dataset.gatherInputs(
    Uint32Array.from({ length: m }, (_, i) => i),
    0,
    m,
    X,
  );
  return X;
}

const movements = augmentations.filter(({ kind }) => kind === 'movement');

test.each(
  movements.flatMap(({ type, fields }) =>
    'border' in fields
      ? [{ type, border: 'edge' }, { type, border: 'reflect' }, { type }]
      : [{ type }, { type, probability: 1 }],
  ),
)('a picture of one value keeps it: %o', movement => {
  for (const value of seen([movement])) expect(value).toBeCloseTo(200, 9);
});

test('a small crop alone has no dark edges', () => {
  for (const value of seen([{ type: 'crop', height: 2, width: 3 }])) expect(value).toBeCloseTo(200, 9);
});

test('black beyond the edges is seen where it is asked for', () => {
  expect(Math.min(...seen([{ type: 'rotate', degrees: 45, border: 'zeros' }]))).toBe(0);
});
