import { expect, it } from 'vitest';
import { Random } from '../../src/core/random';
import { drawToken } from '../../src/runs/model/generating/drawToken';

const shares = [0.1, 0.6, 0.3];

/** How often each of 20,000 draws came, as shares. */
function drawn(drawing: { temperature: number; topK?: number }, left?: number): number[] {
  const random = new Random(5);
  const counts = [0, 0, 0];
  for (let i = 0; i < 20_000; i++) counts[drawToken(shares, drawing, random, left)]! += 1 / 20_000;
  return counts;
}

const near = (found: number[], wanted: number[]) =>
  wanted.forEach((share, i) => {
    expect(found[i]).toBeCloseTo(share, 1.7);
  });

it('draws tokens by their probability to the power of 1/temperature', () => {
  near(drawn({ temperature: 1 }), shares);
  // the squares 0.01, 0.36 and 0.09 of 0.46
  near(drawn({ temperature: 0.5 }), [0.01 / 0.46, 0.36 / 0.46, 0.09 / 0.46]);
  expect(drawn({ temperature: 0 })[1]).toBeCloseTo(1);
  // 0.6 to the power of 1,000 is 0 where it isn't measured from the likeliest
  expect(drawn({ temperature: 0.0005 })[1]).toBeCloseTo(1);
});

it('draws from the likeliest few, and never what stands for others', () => {
  near(drawn({ temperature: 1, topK: 2 }), [0, 2 / 3, 1 / 3]);
  near(drawn({ temperature: 1 }, 1), [0.25, 0, 0.75]);
});
