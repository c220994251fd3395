import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lossOf } from '../../../src/core/losses';
import { ConfusionCount, metricsFor, scoresByClass } from '../../../src/core/metrics';
import { metricOver } from './metricOver';

interface Case {
  readonly name: string;
  readonly loss: string;
  readonly outputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  readonly values: Readonly<Record<string, number>>;
  readonly perClass?: Readonly<Record<'precision' | 'recall' | 'f1' | 'examples', readonly number[]>>;
}

/** Recorded by metrics.py. */
const golden = new URL('../../golden/metrics.json', import.meta.url);
const cases: readonly Case[] = JSON.parse(readFileSync(golden, 'utf8'));

describe.each(cases)('as scikit-learn says of $name', ({ loss, outputs, targets, values }) => {
  const n = outputs[0]!.length;
  const binary = targets.flat().every(value => value === 0 || value === 1);
  const suiting = metricsFor(lossOf(loss), { binary, oneHot: binary && n > 1 }, n);

  test('the metrics', () => {
    expect(suiting.map(({ type }) => type).sort()).toEqual(Object.keys(values).sort());
    for (const [type, expected] of Object.entries(values)) {
      expect(Math.abs(metricOver(type, outputs, targets)! - expected)).toBeLessThan(
        1e-10 * (1 + Math.abs(expected)),
      );
    }
  });
});

describe.each(cases.filter(({ perClass }) => perClass))(
  'as scikit-learn says of $name',
  ({ outputs, targets, perClass }) => {
    const n = outputs[0]!.length;

    test('each class', () => {
      const confusion = new ConfusionCount(n);
      outputs.forEach((output, i) => {
        confusion.add(Float64Array.from(output), Float64Array.from(targets[i]!), 0);
      });
      const scores = scoresByClass(confusion.counts);
      expect(scores.map(({ examples }) => examples)).toEqual(perClass!.examples);
      for (const score of ['precision', 'recall', 'f1'] as const) {
        // scikit-learn says 0 where there is no value
        scores.forEach((each, k) => {
          expect(each[score] ?? 0).toBeCloseTo(perClass![score][k]!, 12);
        });
      }
    });
  },
);
