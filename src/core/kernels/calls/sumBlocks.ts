import type { CallDefinition } from '../call';

/** sum[0] = Σ blocks, one after the other. */
export const sumBlocks: CallDefinition<[blocks: Float64Array, sum: Float64Array]> = {
  name: 'sumBlocks',
  run(blocks, sum) {
    let total = 0;
    for (const block of blocks) total += block;
    sum[0] = total;
  },
  slots: (blocks, sum) => [blocks.length, blocks.byteOffset, sum.byteOffset],
  exact: () => true,
  fits: () => [],
  cases: make =>
    [[make.sums(5).map((_, i) => 1 / (i + 1)), make.sums(1)]].map(([blocks, sum]) => [
      make.place(blocks!),
      sum!,
    ]),
};
