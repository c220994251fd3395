import type { Figures } from '../core/network/dataReport';

/** Figures of numbers, those that aren't finite left out; undefined of none. Deviations are those of `np.std`. */
export function figuresOf(values: Iterable<number>, exact: boolean): Figures | undefined {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    // Welford, 1962
    const apart = value - mean;
    mean += apart / ++count;
    squares += apart * (value - mean);
  }
  return count > 0 ? { min, max, mean, deviation: Math.sqrt(squares / count), exact } : undefined;
}
