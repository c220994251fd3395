import type { Batch } from '../../kernels/kernels';
import type { LayerPlan } from '../layer';

/** Normalises groups of `channels` values over the places that X holds for each of its examples. */
export function planGroups(
  { parameter, batch, forward, backward, gradients, inputs: [input], output, rows }: LayerPlan<unknown>,
  {
    channels,
    groups,
    each,
    epsilon,
  }: {
    readonly channels: number;
    readonly groups: number;
    /** Numbers that are normalised together with what belongs to them: all of an example, or those of a place. */
    readonly each: number;
    readonly epsilon: number;
  },
): void {
  const given = input!;
  const [gamma, beta] = [parameter('gamma'), parameter('beta')];
  const view = (values: Batch) => rows(values, each);
  const moments = rows(batch((2 * groups * output.A.n) / each), 2 * groups);
  forward({
    call: 'groupNormalise',
    args: [view(given.A), channels, groups, epsilon, gamma.value, beta.value, moments, view(output.A)],
    reads: 'A = γ·(A_prev − μ)/√(σ² + ε) + β',
  });
  if (!output.dA) return;
  const dA = view(output.dA);
  gradients({
    call: 'groupNormaliseGradient',
    args: [dA, view(given.A), groups, moments, gamma.gradient, beta.gradient, true],
    reads: 'dγ = Σ dA·Z_norm, dβ = Σ dA',
  });
  if (given.dA) {
    backward({
      call: 'groupNormaliseInputGradient',
      args: [dA, view(given.A), groups, gamma.value, moments, view(given.dA), true],
      reads: 'dA_prev = 1/√(σ² + ε)·(γ·dA − its mean − Z_norm·mean of γ·dA·Z_norm)',
    });
  }
}
