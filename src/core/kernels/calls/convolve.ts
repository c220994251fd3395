import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { forEachTap, inputSize, placeCount, type Sliding, slidingSlots } from '../sliding';
import { slidingCases } from '../slidingCases';
import { at, moving } from '../slots';

/**
 * Z = W∗X + b: at each place the products of the kernels with what they cover, padding being zero. X (n_H·n_W·n_C, m), Z
 * (places·filters, m), b (filters, 1). W is (filters, f_H·f_W·n_C/groups): of each group of channels its own filters.
 */
export const convolve: CallDefinition<
  [sliding: Sliding, groups: number, W: Matrix, b: Matrix | undefined, X: Batch, Z: Batch]
> = {
  name: 'convolve',
  run(sliding, groups, W, b, X, Z) {
    const each = sliding.channels / groups;
    const filters = W.rows / groups;
    for (let i = 0; i < X.m; i++) {
      const [x, z] = [i * X.n, i * Z.n];
      for (let k = 0; k < Z.n; k++) Z.data[z + k] = b ? b.data[k % W.rows]! : 0;
      forEachTap(sliding, (place, tap, pixel) => {
        for (let f = 0; f < W.rows; f++) {
          const from = x + pixel * sliding.channels + Math.floor(f / filters) * each;
          const w = f * W.columns + tap * each;
          let sum = 0;
          for (let c = 0; c < each; c++) sum += W.data[w + c]! * X.data[from + c]!;
          Z.data[z + place * W.rows + f]! += sum;
        }
      });
    }
  },
  slots: (sliding, groups, W, b, X, Z) => [
    ...slidingSlots(sliding),
    groups,
    W.rows,
    at(W),
    at(b),
    moving(X),
    moving(Z),
  ],
  work: (sliding, _groups, W) => 2 * placeCount(sliding) * W.rows * W.columns,
  fits: (sliding, groups, W, b, X, Z) => [
    [X.n, inputSize(sliding)],
    [Z.n, placeCount(sliding) * W.rows],
    [W.columns, (sliding.kernel[0] * sliding.kernel[1] * sliding.channels) / groups],
    [W.rows, b?.rows ?? W.rows],
    [X.m, Z.m],
  ],
  cases: make =>
    slidingCases.map(({ sliding, groups, filters, m }, i) => {
      const columns = (sliding.kernel[0] * sliding.kernel[1] * sliding.channels) / groups;
      return [
        sliding,
        groups,
        make.matrix(filters, columns),
        i % 2 === 0 ? make.matrix(filters, 1) : undefined,
        make.batch(inputSize(sliding), m),
        make.batch(placeCount(sliding) * filters, m),
      ];
    }),
};
