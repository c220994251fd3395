import { expect, test } from 'vitest';
import { augmentationOf } from '../../../src/core/augmentations';
import type { Change, Fields, Movement } from '../../../src/core/augmentations/augmentation';
import type { Draws } from '../../../src/core/augmentations/draws/draws';
import { followed, identity } from '../../../src/core/augmentations/picture/affineMap';
import { type Border, resampler } from '../../../src/core/kernels/resampler';
import golden from '../../golden/augmentations.json' with { type: 'json' };

/** Always draws the largest there is. */
const largest = {
  between: (_low: number, high: number) => high,
  below: (count: number) => count - 1,
} as unknown as Draws;

const sizeOf = ([height, width, channels]: readonly number[]) => ({
  height: height!,
  width: width!,
  channels: channels!,
});

test.each(
  golden.movements.map(each => [each.steps.map(({ type }) => type).join(', '), each.border, each] as const),
)('%s with border %s is seen as SciPy shows it', (_, border, { size, steps, picture, seen }) => {
  const map = steps.reduce((map, { type, ...fields }) => {
    const { map: mapOf } = augmentationOf(type) as Movement;
    return followed(map, mapOf(fields as unknown as Fields, largest, sizeOf(size)));
  }, identity);
  const found = new Float64Array(picture.length);
  resampler(sizeOf(size))(Float64Array.from(picture), 0, found, map, border as Border);
  for (const [i, value] of seen.entries()) expect(found[i]).toBeCloseTo(value, 6);
});

test.each(golden.colours.map(each => [each.type, each.size[2], each] as const))(
  '%s of %i channels is that of Pillow, which rounds to whole numbers',
  (type, _, { size, picture, changed }) => {
    const values = Float64Array.from(picture);
    const { change } = augmentationOf(type) as Change;
    change({ amount: 0.4 }, largest, { ...sizeOf(size), values, white: 255, bounded: true });
    // Pillow rounds the mean, or the grey, before and the value after
    for (const [i, value] of changed.entries()) expect(Math.abs(values[i]! - value)).toBeLessThan(1.5);
    const off = values.reduce((sum, value, i) => sum + value - changed[i]!, 0) / values.length;
    expect(Math.abs(off)).toBeLessThan(0.7);
  },
);
