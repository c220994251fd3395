import type { Batch, Floats, Kernels, Matrix, Op } from '../kernels/kernels';
import { owner } from '../kernels/operands';
import type { OptimizerSlots } from '../optimizers/optimizer';
import { fieldsFor, type StepOptions, update } from './step';

/** A step that works with W·X instead of W. */
export interface GramPass {
  rewrite(ops: readonly Op[]): readonly Op[];
  /** Computes XᵀX and W·X from W as it is; X is in the plan. */
  begin(): void;
  /**
   * Brings W, and its running averages, up to date; X is still in the plan. Always from what W was at the beginning, so
   * that its last digits don't depend on how often it was asked for.
   */
  settle(): void;
  /** What changes with each step. */
  readonly state: readonly Floats[];
  /** What changes only when it is settled: W and its running averages. */
  readonly idle: ReadonlySet<Floats>;
}

const sumOf = (dZ: Batch, db: Matrix): Op => ({
  call: 'sumExamples',
  args: [dZ, db, true],
  reads: 'db += Σ dZ',
});

const restOf = (dZ: Matrix, rest: Batch, gradient: Batch): Op => ({
  call: 'affineInputGradient',
  args: [dZ, rest, gradient, true],
  reads: 'd(W·X) += dZ·(rest of XᵀX)',
});

/** Room for XᵀX in float64, at most; its computation takes some more. */
const mostBytes = 64e6;

/**
 * Full-batch training where an input is wider than the batch. Every gradient of W1 is dZ·Xᵀ, so with plain or momentum
 * descent W1 stays W1₀ + C·Xᵀ for some C (n_h, m), and what forward needs of it is W1·X = W1₀·X + C·(XᵀX). The update of
 * W1·X by the gradient dZ·(XᵀX) and of C by dZ is the optimizer's own, since it is linear in past gradients. A step then
 * costs 2·n_h·m² operations instead of 4·n_h·n_x·m; XᵀX is computed once.
 *
 * Undefined where that doesn't hold or doesn't pay in `steps` steps.
 */
export function gram(options: StepOptions, kernels: Kernels, steps: number): GramPass | undefined {
  const { plan, optimizer } = options;
  const { at } = plan;
  const { X } = plan;
  const users = [...plan.learn, ...plan.backward].filter(op =>
    (op.args as readonly unknown[]).some(arg => owner(arg) === X),
  );
  const [product, gradient] = users;
  if (users.length !== 2 || product?.call !== 'affine' || gradient?.call !== 'affineGradient')
    return undefined;
  // not where W goes over rows of each example
  if (product.args[2] !== X || gradient.args[1] !== X || !optimizer.linear) return undefined;
  // the gradient of a penalty is no dZ·Xᵀ, and clipping looks at dW itself
  if (options.penalty || options.clipping?.length) return undefined;
  const [W, b, , Z] = product.args;
  const [dZ, , dW, db] = gradient.args;
  const m = plan.capacity;
  const plainFlops = 4 * W.rows * X.n * m;
  const gramFlops = 2 * W.rows * m * m;
  const beginFlops = 2 * m * m * X.n + 2 * W.rows * X.n * m;
  if (steps * (plainFlops - gramFlops) <= beginFlops || m * m * 8 > mostBytes) return undefined;
  const index = plan.parameters.findIndex(({ value }) => value === W);
  const fields = fieldsFor(plan.parameters[index]!, options.fields);
  const averages = options.slots[index]!;
  // an average that is not zero has a part outside what XᵀX knows of
  if (averages.some(average => average.some(value => value !== 0))) return undefined;

  const batch = (n: number): Batch => ({ n, m, data: kernels.allocate(n * m) });
  const inner = batch(m);
  /** What of XᵀX float32 can't hold: systematic errors, which would add up over the steps. */
  const innerRest = batch(m);
  const WX = batch(W.rows);
  const gradientWX = batch(W.rows);
  /** The change of W·X in a step, and what rounding has lost of the changes so far. */
  const change = batch(W.rows);
  const lost = batch(W.rows);
  const C = batch(W.rows);
  const averagesWX: OptimizerSlots = averages.map(() => batch(W.rows).data);
  const averagesC = averages.map(() => batch(W.rows));
  const asMatrix = ({ n, data }: Batch): Matrix => ({ rows: m, columns: n, data });
  const name = plan.parameters[index]!.name;

  const W0 = W.data.slice();
  const settle = kernels.compile([
    { call: 'affineGradient', args: [C, X, W, undefined, true], reads: 'W = W₀ + C·Xᵀ' },
    ...averages.map(
      (average, i): Op => ({
        call: 'affineGradient',
        args: [averagesC[i]!, X, { ...W, data: average }, undefined, false],
        reads: 'v = v_C·Xᵀ',
      }),
    ),
  ]);

  return {
    rewrite: ops =>
      ops.flatMap((op): readonly Op[] => {
        if (op.call === 'affine' && op.args[0] === W) {
          return [{ call: 'addBias', args: [WX, b, Z], reads: 'Z = (W·X) + b' }];
        }
        if (op.call === 'affineGradient' && op.args[2] === dW) {
          return [
            ...(db ? [sumOf(dZ, db)] : []),
            {
              call: 'affineInputGradient',
              args: [asMatrix(dZ), inner, gradientWX, false],
              reads: 'd(W·X) = dZ·(XᵀX)',
            },
            ...(kernels.precision === 'float64' ? [] : [restOf(asMatrix(dZ), innerRest, gradientWX)]),
            { call: 'clear', args: [change], reads: 'Δ = 0' },
            update(optimizer, fields, change.data, gradientWX.data, averagesWX, at, 'Δ'),
            { call: 'addExactly', args: [change, WX, lost], reads: `(${name}·X) += Δ` },
            update(
              optimizer,
              fields,
              C.data,
              dZ.data,
              averagesC.map(({ data }) => data),
              at,
              'C',
            ),
          ];
        }
        if (op.call === 'clear' && op.args[0] === dW) return [];
        if (op.call === 'update' && op.args[2] === W.data) return [];
        return [op];
      }),
    begin() {
      W0.set(W.data);
      const begin = kernels.compile([
        { call: 'innerProducts', args: [X, inner, innerRest, kernels.allocateSums(m * m)], reads: 'XᵀX' },
        { call: 'affine', args: [W, undefined, X, WX], reads: 'W·X' },
      ]);
      begin.run(m);
    },
    settle() {
      W.data.set(W0);
      settle.run(m);
    },
    state: [WX.data, lost.data, C.data, ...averagesWX, ...averagesC.map(({ data }) => data)],
    idle: new Set([W.data, ...averages]),
  };
}
