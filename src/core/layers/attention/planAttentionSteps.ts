import type { KeptSteps, LayerPlan } from '../layer';
import type { AttentionFields } from './fields';

/** The same as `planAttention` of a causal layer, of the steps that come: K and V of those before are kept. */
export function planAttentionSteps(
  {
    fields: { heads, bias },
    inputs,
    output,
    parameter,
    batch,
    rows,
    numbers,
    forward,
  }: LayerPlan<AttentionFields>,
  { at, most, kept }: KeptSteps,
): void {
  const [steps = 1, n = 1] = output.shape;
  const X = rows(inputs[0]!.A, n);
  const [Q, K, V, C] = [batch(steps * n), batch(steps * n), batch(steps * n), batch(steps * n)] as const;
  for (const [letter, to] of [
    ['q', Q],
    ['k', K],
    ['v', V],
  ] as const) {
    forward({
      call: 'affine',
      args: [parameter(`W${letter}`).value, bias ? parameter(`b${letter}`).value : undefined, X, rows(to, n)],
      reads: `${letter.toUpperCase()} = W${letter}·x⟨t⟩ + b${letter}, of the steps that come`,
    });
  }
  forward({
    call: 'attendStep',
    args: [Q, K, V, heads, at, kept('K', most, n), kept('V', most, n), numbers(most, 1), C],
    reads: 'C = softmax(QKᵀ/√d)·V of each head, with K and V of the steps before as they were kept',
  });
  forward({
    call: 'affine',
    args: [parameter('Wo').value, bias ? parameter('bo').value : undefined, rows(C, n), rows(output.A, n)],
    reads: 'A = Wo·C + bo, of the steps that come',
  });
}
