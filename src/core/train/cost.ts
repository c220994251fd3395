import type { Loss } from '../losses';
import type { Plan } from '../plan/plan';

/** Σ L(ŷ, y) over the examples in the plan's buffers, not yet scaled to the cost. */
export function sumLoss(plan: Plan, loss: Loss): number {
  const { Y, output, pairedZ } = plan;
  let sum = 0;
  for (let i = 0; i < Y.m; i++) {
    sum += pairedZ
      ? loss.paired!.lossFromZ(pairedZ.data, Y.data, i * Y.n, Y.n)
      : loss.loss(output.A.data, Y.data, i * Y.n, Y.n);
  }
  return sum;
}

/** Writes dA = ∂L/∂ŷ of the output, unscaled, where the loss has no closed form in Z. */
export function startBackward(plan: Plan, loss: Loss): void {
  const { Y, output, pairedZ } = plan;
  if (pairedZ || !output.dA) return;
  for (let i = 0; i < Y.m; i++) loss.gradient(output.A.data, Y.data, output.dA.data, i * Y.n, Y.n);
}
