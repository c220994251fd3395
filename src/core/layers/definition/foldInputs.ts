import type { Batch, Op } from '../../kernels/kernels';
import type { LayerPlan } from '../layer';

/** A function of two values that doesn't mind their order. */
export interface Pair {
  /** C = f(A, B). */
  forward(A: Batch, B: Batch, C: Batch): Op;
  /** dA += dC ∘ ∂f/∂A, or = where it isn't to add. */
  backward(A: Batch, B: Batch, dC: Batch, dA: Batch, add: boolean): Op;
}

/** Plans f(… f(f(A_1, A_2), A_3) …, A_k): what several inputs are joined to, two at a time. */
export function foldInputs<F>({ inputs, output, batch, forward, backward }: LayerPlan<F>, pair: Pair): void {
  const [first, ...others] = inputs;
  if (!first) return;
  const last = others.pop();
  if (!last) {
    forward({ call: 'accumulate', args: [first.A, output.A, false], reads: 'A = A_1' });
    if (first.dA && output.dA)
      backward({ call: 'accumulate', args: [output.dA, first.dA, true], reads: 'dA_1 += dA' });
    return;
  }
  /** Backward ops of each step, of which the last is pushed first. */
  const steps: Op[][] = [];
  let before: { readonly A: Batch; readonly dA: Batch | undefined; readonly own: boolean } = {
    ...first,
    own: false,
  };
  for (const input of [...others, last]) {
    const whole = input === last && steps.length === others.length;
    const needed = before.dA ?? input.dA;
    const C = whole ? output.A : batch(output.A.n);
    const dC = whole ? output.dA : needed && batch(output.A.n);
    forward(pair.forward(before.A, input.A, C));
    const step: Op[] = [];
    if (dC && input.dA) step.push(pair.backward(input.A, before.A, dC, input.dA, true));
    if (dC && before.dA) step.push(pair.backward(before.A, input.A, dC, before.dA, !before.own));
    steps.push(step);
    before = { A: C, dA: dC, own: true };
  }
  for (const op of steps.reverse().flat()) backward(op);
}
