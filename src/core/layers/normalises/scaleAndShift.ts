import { elementCount, type NamedDim, type NamedShape, sizesOf } from '../../shape';

/** γ and β, one number for each value of a vector, (n, 1), or each channel of a picture, (1, 1, 1, n_C). */
export function scaleAndShift(output: NamedShape, flopsEach: number) {
  const one = { symbol: '1', size: 1 };
  const channels = output.at(-1)!;
  const dims: readonly NamedDim[] =
    output.length === 1 ? [channels, one] : [...output.map(() => one), channels];
  return {
    dims,
    parameters: [
      { name: 'gamma', dims, fill: 1 },
      { name: 'beta', dims },
    ],
    flops: (elementCount(sizesOf(output)) ?? 0) * flopsEach,
  };
}
