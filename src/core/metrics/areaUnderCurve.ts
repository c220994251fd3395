import { twoClasses } from './classOf/twoClasses';
import type { Metric } from './metric';

/**
 * The area under the ROC curve: how often an example of the positive class is given more of it than one of the other, an
 * equal amount counting half. Of ranks, after Mann and Whitney; no threshold has a part in it.
 */
export const areaUnderCurve: Metric = {
  type: 'auc',
  title: 'AUC',
  shown: 'number',
  larger: true,
  noValue: 'AUC has no value where all examples are of one class: there are no two to be told apart.',
  suits: twoClasses,
  begin(n) {
    const positives: number[] = [];
    const negatives: number[] = [];
    const last = n - 1;
    return {
      add(A, Y, offset) {
        const isPositive = n === 1 ? Y[offset]! > 0.5 : Y[offset + 1]! > Y[offset]!;
        (isPositive ? positives : negatives).push(A[offset + last]!);
      },
      value() {
        const pairs = positives.length * negatives.length;
        return pairs > 0 ? inOrder(positives, negatives) / pairs : null;
      },
    };
  },
};

/** In how many pairs of a high and a low one the high one is above, an equal one counting half. */
function inOrder(high: readonly number[], low: readonly number[]): number {
  const lows = Float64Array.from(low).sort();
  let below = 0;
  let notAbove = 0;
  let sum = 0;
  for (const value of Float64Array.from(high).sort()) {
    while (below < lows.length && lows[below]! < value) below++;
    while (notAbove < lows.length && lows[notAbove]! <= value) notAbove++;
    sum += (below + notAbove) / 2;
  }
  return sum;
}
