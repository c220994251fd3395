import type { CallDefinition } from '../call';
import { convolutionCases } from '../convolutionCases';
import { hasRoom } from '../convolutionRoom';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';
import { inputSize, overPlaces, places, positions, type Window, windowSlots } from '../window';

/**
 * Z = W∗X + b: at each place the products of the kernels with what they cover, padding being zero. X (n_H·n_W·n_C, m), Z
 * (places·filters, m), b (filters, 1). W is (filters, f_H·f_W·n_C/groups): of each group of channels its own filters.
 */
export const convolve: CallDefinition<
  [window: Window, groups: number, W: Matrix, b: Matrix | undefined, X: Batch, Z: Batch]
> = {
  name: 'convolve',
  run(w, groups, W, b, X, Z) {
    const each = w.inC / groups;
    const filters = W.rows / groups;
    for (let i = 0; i < X.m; i++) {
      const [x, z] = [i * X.n, i * Z.n];
      for (let k = 0; k < Z.n; k++) Z.data[z + k] = b ? b.data[k % W.rows]! : 0;
      overPlaces(w, (position, place, pixel) => {
        for (let f = 0; f < W.rows; f++) {
          const from = x + pixel * w.inC + Math.floor(f / filters) * each;
          const k = f * W.columns + place * each;
          let sum = 0;
          for (let c = 0; c < each; c++) sum += W.data[k + c]! * X.data[from + c]!;
          Z.data[z + position * W.rows + f]! += sum;
        }
      });
    }
  },
  slots: (w, groups, W, b, X, Z) =>
    hasRoom(W) ? [...windowSlots(w), groups, W.rows, at(W), at(b), moving(X), moving(Z)] : undefined,
  work: (w, _groups, W) => 2 * positions(w) * W.rows * W.columns,
  fits: (w, groups, W, b, X, Z) => [
    [X.n, inputSize(w)],
    [Z.n, positions(w) * W.rows],
    [W.columns, (places(w) * w.inC) / groups],
    [W.rows, b?.rows ?? W.rows],
    [X.m, Z.m],
  ],
  cases: make =>
    convolutionCases.map(({ window: w, groups, filters, m }, i) => {
      const columns = (places(w) * w.inC) / groups;
      return [
        w,
        groups,
        make.matrix(filters, columns),
        i % 2 === 0 ? make.matrix(filters, 1) : undefined,
        make.batch(inputSize(w), m),
        make.batch(positions(w) * filters, m),
      ];
    }),
};
