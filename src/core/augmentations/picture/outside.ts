import type { Border } from '../fields/border';

/** The row, or column, of n that is seen at place i, which may lie outside; −1 for none. */
export const outside: Readonly<Record<Border, (i: number, n: number) => number>> = {
  zeros: (i, n) => (i < 0 || i >= n ? -1 : i),
  edge: (i, n) => Math.min(Math.max(i, 0), n - 1),
  reflect(i, n) {
    if (i >= 0 && i < n) return i;
    const within = ((i % (2 * n)) + 2 * n) % (2 * n);
    return within < n ? within : 2 * n - 1 - within;
  },
};
