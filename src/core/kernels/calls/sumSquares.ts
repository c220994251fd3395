import type { CallDefinition } from '../call';
import type { Floats } from '../floats';

/** Numbers whose squares are summed together, however many threads there are: so the sum has the same bits. */
export const squaresTogether = 4096;

/** How many sums `sumSquares` makes of so many numbers. */
export const blocksOf = (length: number) => Math.ceil(length / squaresTogether);

/** blocks[from + i] = Σ x² over the i-th 4,096 numbers of x, in float64. */
export const sumSquares: CallDefinition<[x: Floats, blocks: Float64Array, from: number]> = {
  name: 'sumSquares',
  run(x, blocks, from) {
    for (let block = 0; block < blocksOf(x.length); block++) {
      const end = Math.min(x.length, (block + 1) * squaresTogether);
      let sum = 0;
      for (let k = block * squaresTogether; k < end; k++) sum += x[k]! * x[k]!;
      blocks[from + block] = sum;
    }
  },
  slots: (x, blocks, from) => [x.length, x.byteOffset, blocks.byteOffset, from],
  fits: (x, blocks, from) => [[Math.max(blocks.length, from + blocksOf(x.length)), blocks.length]],
  cases: make =>
    [21, 4096, 13_001].map(length => [make.matrix(length, 1).data, make.sums(1 + blocksOf(length)), 1]),
};
