import { comparesClasses } from './classOf/comparesClasses';
import type { Metric } from './metric';

/**
 * 1 − Σ (ŷ − y)² / Σ (y − ȳ)²: the share of the targets' spread that is predicted. 0 is what always saying their mean
 * gives, and below it is worse. Of several outputs the mean over those whose targets differ, as scikit-learn's `r2_score`.
 */
export const rSquared: Metric = {
  type: 'r-squared',
  title: 'R²',
  shown: 'number',
  larger: true,
  headline: true,
  noValue: 'R² has no value where all targets are the same: there is no spread to predict.',
  suits: (loss, targets, n) => !comparesClasses(loss, targets, n),
  begin(n) {
    const mean = new Float64Array(n);
    const spread = new Float64Array(n);
    const missed = new Float64Array(n);
    let count = 0;
    return {
      add(A, Y, offset) {
        count++;
        for (let j = 0; j < n; j++) {
          const y = Y[offset + j]!;
          missed[j]! += (A[offset + j]! - y) ** 2;
          // B. P. Welford's, since the squares of large targets would leave nothing of their spread
          const before = y - mean[j]!;
          mean[j]! += before / count;
          spread[j]! += before * (y - mean[j]!);
        }
      },
      value() {
        let sum = 0;
        let varying = 0;
        for (let j = 0; j < n; j++) {
          if (spread[j] === 0) continue;
          varying++;
          sum += 1 - missed[j]! / spread[j]!;
        }
        return varying > 0 ? sum / varying : null;
      },
    };
  },
};
