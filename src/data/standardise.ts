import type { Numbers } from './arrays/numericArray';
import type { Preprocessing } from './preprocessing';
import { type Reading, report } from './reading';

const rowsAtOnce = 4096;

/**
 * Mean and standard deviation of each input over the training rows (as `np.mean` and `np.std`), after scaling. An
 * input that never changes has deviation 1, so that it is only centred.
 */
export function meanAndDeviation(
  data: Numbers,
  width: number,
  rows: Uint32Array | undefined,
  m: number,
  scale: number,
  reading?: Reading,
): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (let i = 0; i < m; i++) {
    const from = (rows ? rows[i]! : i) * width;
    for (let j = 0; j < width; j++) mean[j] = mean[j]! + data[from + j]! / scale;
    if (i % rowsAtOnce === 0) report(reading, i / m / 2);
  }
  for (let j = 0; j < width; j++) mean[j] = mean[j]! / m;
  for (let i = 0; i < m; i++) {
    const from = (rows ? rows[i]! : i) * width;
    for (let j = 0; j < width; j++) deviation[j] = deviation[j]! + (data[from + j]! / scale - mean[j]!) ** 2;
    if (i % rowsAtOnce === 0) report(reading, 0.5 + i / m / 2);
  }
  for (let j = 0; j < width; j++) {
    const value = Math.sqrt(deviation[j]! / m);
    // what rounding leaves of a constant isn't a spread
    deviation[j] = value > 1e-12 * Math.max(1, Math.abs(mean[j]!)) ? value : 1;
  }
  return { mean, deviation };
}

/** The same as a training has kept them; undefined where it standardised nothing. */
export function standardiseOf({
  standardise,
}: Preprocessing): { mean: Float64Array; deviation: Float64Array } | undefined {
  return (
    standardise && {
      mean: Float64Array.from(standardise.mean),
      deviation: Float64Array.from(standardise.deviation),
    }
  );
}
