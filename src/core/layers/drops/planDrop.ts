import type { LayerPlan } from '../layer';

/** Drops values `every` apart together: in a step, and the same ones of the gradient; nothing in use. */
export function planDrop(
  { fields, inputs: [input], output, draws, learning, using, backward }: LayerPlan<{ readonly rate: number }>,
  every: number,
): void {
  const X = input!;
  const drawn = draws;
  learning({
    call: 'drop',
    args: [drawn, fields.rate, every, X.A, output.A, false],
    reads: 'A = A_prev ∘ D / (1 − rate)',
  });
  using({ call: 'accumulate', args: [X.A, output.A, false], reads: 'A = A_prev' });
  if (X.dA && output.dA) {
    backward({
      call: 'drop',
      args: [drawn, fields.rate, every, output.dA, X.dA, true],
      reads: 'dA_prev += dA ∘ D / (1 − rate)',
    });
  }
}
