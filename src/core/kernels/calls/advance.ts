import type { CallDefinition } from '../call';
import type { Circumstances } from '../operands';

/** One step more was taken. */
export const advance: CallDefinition<[at: Circumstances]> = {
  name: 'advance',
  run(at) {
    at[1]! += 1;
  },
  slots: at => [at.byteOffset],
  exact: () => true,
  fits: () => [],
  cases: make => [[make.sums(3)]],
};
