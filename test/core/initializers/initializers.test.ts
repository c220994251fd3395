import { describe, expect, test } from 'vitest';
import { initializerField, initializerOf } from '../../../src/core/initializers';
import { Random } from '../../../src/core/random';

/** Two matrices drawn one after the other, (2, 3) and (1, 2), as np.random.seed(1) lets NumPy draw them. */
function drawn(setting: unknown): number[][] {
  const { initializer, fields } = initializerOf(initializerField.parse(setting));
  const random = new Random(1);
  return [
    [2, 3],
    [1, 2],
  ].map(([nOut, nIn]) => {
    const weights = new Float64Array(nOut! * nIn!).fill(9);
    initializer.fill(fields, weights, { in: nIn!, out: nOut! }, random);
    return [...weights];
  });
}

describe('as NumPy draws them after np.random.seed(1)', () => {
  // np.random.seed(1); print((np.random.randn(2, 3) * 0.01).tolist(), (np.random.randn(1, 2) * 0.01).tolist()), …
  test.each([
    [
      { type: 'normal', scale: 0.01 },
      [
        0.01624345363663242, -0.006117564136500754, -0.005281717522634557, -0.010729686221561705,
        0.008654076293246785, -0.02301538696880283,
      ],
      [0.0174481176421648, -0.007612069008951028],
    ],
    [
      { type: 'uniform', scale: 0.5 },
      [
        0.208511002351287, 0.36016224672107905, 5.718740867244332e-5, 0.15116628631591988,
        0.07337794540855652, 0.0461692973843989,
      ],
      [0.09313010568883545, 0.17278036352152387],
    ],
    [
      'xavier',
      [
        0.9378162329678932, -0.35319773009935107, -0.3049401033476625, -0.6194787228338869,
        0.49964332774935905, -1.3287939861941718,
      ],
      [1.2337682303715365, -0.5382545615089234],
    ],
    [
      'he',
      [
        1.3262724356768405, -0.4994970201058942, -0.43125042986571754, -0.8760752114332464, 0.706602370452369,
        -1.879198476875605,
      ],
      [1.74481176421648, -0.7612069008951028],
    ],
  ] as const)('%j', (setting, ...expected) => {
    expect(drawn(setting)).toEqual(expected);
  });
});

test('zeros', () => {
  expect(drawn('zeros')).toEqual([
    [0, 0, 0, 0, 0, 0],
    [0, 0],
  ]);
});

test('the field takes a name or an object, and fills in the usual scale', () => {
  expect(initializerField.parse('xavier')).toEqual({ type: 'xavier' });
  expect(initializerField.parse('normal')).toEqual({ type: 'normal', scale: 0.01 });
  expect(initializerField.parse({ type: 'normal' })).toEqual({ type: 'normal', scale: 0.01 });
  for (const wrong of ['xavior', { type: 'xavier', scale: 1 }, { type: 'normal', scale: 0 }, 7]) {
    expect(initializerField.safeParse(wrong).success).toBe(false);
  }
});
