import type { CallDefinition } from '../call';
import type { Batch, Matrix } from '../operands';
import { at, moving } from '../slots';
import { inputSize, overPlaces, places, positions, type Window, windowSlots } from '../window';
import { windowCases } from '../windowCases';

/** Each channel of X convolved with a kernel of its own, plus b: W (places, channels), b (channels, 1). */
export const depthwise: CallDefinition<
  [window: Window, W: Matrix, b: Matrix | undefined, X: Batch, Z: Batch]
> = {
  name: 'depthwise',
  run(w, W, b, X, Z) {
    const { inC } = w;
    for (let k = 0; k < Z.n * Z.m; k++) Z.data[k] = b ? b.data[k % inC]! : 0;
    for (let i = 0; i < X.m; i++) {
      const [from, to] = [i * X.n, i * Z.n];
      overPlaces(w, (position, place, pixel) => {
        for (let c = 0; c < inC; c++) {
          Z.data[to + position * inC + c]! += W.data[place * inC + c]! * X.data[from + pixel * inC + c]!;
        }
      });
    }
  },
  slots: (w, W, b, X, Z) => [...windowSlots(w), at(W), at(b), moving(X), moving(Z)],
  work: (w, _W, _b, _X, Z) => 2 * Z.n * places(w),
  exact: () => true,
  fits: (w, W, b, X, Z) => [
    [places(w), W.rows],
    [w.inC, W.columns, b?.rows ?? w.inC],
    [inputSize(w), X.n],
    [positions(w) * w.inC, Z.n],
    [X.m, Z.m],
  ],
  cases: make =>
    windowCases.flatMap(w =>
      [make.matrix(w.inC, 1), undefined].map(
        (b): Parameters<typeof depthwise.run> => [
          w,
          make.matrix(places(w), w.inC),
          b,
          make.batch(inputSize(w), 2),
          make.batch(positions(w) * w.inC, 2),
        ],
      ),
    ),
};
