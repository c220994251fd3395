import type { CallDefinition } from '../call';
import type { Batch } from '../operands';
import { float, moving } from '../slots';

/** S = (1 − share)·Y + add: labels that leave a little to the other classes. */
export const smoothLabels: CallDefinition<[Y: Batch, share: number, add: number, S: Batch]> = {
  name: 'smoothLabels',
  run(Y, share, add, S) {
    const length = Y.n * Y.m;
    for (let k = 0; k < length; k++) S.data[k] = (1 - share) * Y.data[k]! + add;
  },
  slots: (Y, share, add, S) => [Y.n, moving(Y), float(1 - share), float(add), moving(S)],
  exact: () => true,
  fits: (Y, _share, _add, S) => [
    [Y.n, S.n],
    [Y.m, S.m],
  ],
  cases: make => [[make.shares(7, 5), 0.1, 0.02, make.batch(7, 5)]],
};
