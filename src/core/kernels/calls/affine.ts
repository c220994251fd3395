import type { CallDefinition } from '../call';
import { layerSizes } from '../layerSizes';
import type { Batch, Matrix } from '../operands';
import { rowProducts } from '../rowProducts';
import { at, moving } from '../slots';

/** Z = W·X + b, with W (n_out, n_in), b (n_out, 1), X (n_in, m), Z (n_out, m). */
export const affine: CallDefinition<[W: Matrix, b: Matrix | undefined, X: Batch, Z: Batch]> = {
  name: 'affine',
  run(W, b, X, Z) {
    rowProducts(X.data, X.m, W.data, W.rows, X.n, b?.data, Z.data);
  },
  slots: (W, b, X, Z) => [at(W), W.rows, W.columns, at(b), moving(X), moving(Z)],
  work: W => 2 * W.rows * W.columns,
  exact: () => true,
  fits: (W, b, X, Z) => [
    [W.columns, X.n],
    [W.rows, Z.n, b?.rows ?? Z.n],
    [X.m, Z.m],
  ],
  cases: make =>
    layerSizes.flatMap(([m, nIn, nOut]) =>
      [make.matrix(nOut, 1), undefined].map(
        (b): Parameters<typeof affine.run> => [
          make.matrix(nOut, nIn),
          b,
          make.batch(nIn, m),
          make.batch(nOut, m),
        ],
      ),
    ),
};
