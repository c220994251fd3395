/**
 * Values and examples of cases for what is normalised: single ones, those beside whole vectors, more examples than are
 * summed up at a time.
 */
export const normalSizes = [
  [1, 1],
  [3, 2],
  [4, 7],
  [13, 5],
  [8, 300],
] as const;
