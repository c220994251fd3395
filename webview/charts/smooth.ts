/**
 * The exponentially weighted average of y, with the bias correction of Adam's averages so that the first values aren't
 * drawn towards 0. `weight` is the share of the average that is kept, 0 (no smoothing) up to below 1. A value that isn't
 * finite stays as it is and is left out of the average.
 */
export function smooth(y: ArrayLike<number>, weight: number): Float64Array {
  const smoothed = new Float64Array(y.length);
  let average = 0;
  let correction = 0;
  for (let i = 0; i < y.length; i++) {
    const value = y[i]!;
    if (Number.isFinite(value)) {
      average = weight * average + (1 - weight) * value;
      correction = weight * correction + (1 - weight);
      smoothed[i] = average / correction;
    } else smoothed[i] = value;
  }
  return smoothed;
}
