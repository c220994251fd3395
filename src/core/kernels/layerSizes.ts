/**
 * Examples, inputs and units of cases: single ones, narrow ones, those beyond the blocks in which products are packed,
 * and every remainder of a tile.
 */
export const layerSizes = [
  [1, 5, 1],
  [5, 1, 3],
  [9, 2, 4],
  [1, 40, 17],
  [23, 300, 1],
  [14, 300, 21],
] as const;
