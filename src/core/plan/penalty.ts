import { blocksOf } from '../kernels/calls/sumSquares';
import type { Kernels, Op } from '../kernels/kernels';
import type { Plan } from './plan';

/** The L2 penalty of the notes, λ/(2m)·Σ‖W‖² over the weights; biases aren't in it. */
export interface Penalty {
  /** Adds its gradient, λ/m·W, to those of the weights. */
  readonly gradient: readonly Op[];
  /** Finds Σ‖W‖². */
  readonly measure: readonly Op[];
  /** As it was when it was last measured. */
  readonly value: number;
}

/** @param strength λ/m */
export function penaltyOf({ parameters, at }: Plan, kernels: Kernels, strength: number): Penalty {
  const decaying = parameters.filter(({ decays }) => decays);
  const { ops, sum } = squaresOf(
    kernels,
    decaying.map(({ name, value }) => ({ name, data: value.data })),
  );
  return {
    gradient: decaying.map(
      ({ name, value, gradient }): Op => ({
        call: 'addDecay',
        args: [value, gradient, strength, at],
        reads: `d${name} += λ/m·${name}`,
      }),
    ),
    measure: ops,
    get value() {
      return (strength / 2) * sum[0]!;
    },
  };
}

/** Ops that find the sum of the squares of all numbers of some arrays. */
export function squaresOf(
  kernels: Kernels,
  arrays: readonly { readonly name: string; readonly data: Plan['X']['data'] }[],
): { readonly ops: readonly Op[]; readonly sum: Float64Array } {
  const counts = arrays.map(({ data }) => blocksOf(data.length));
  const blocks = kernels.allocateSums(counts.reduce((total, count) => total + count, 0));
  const sum = kernels.allocateSums(1);
  let from = 0;
  const squares = arrays.map(({ name, data }, i): Op => {
    const op: Op = { call: 'sumSquares', args: [data, blocks, from], reads: `‖${name}‖²` };
    from += counts[i]!;
    return op;
  });
  return { ops: [...squares, { call: 'sumBlocks', args: [blocks, sum], reads: 'Σ of them' }], sum };
}
