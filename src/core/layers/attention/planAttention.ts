import type { Batch, Op } from '../../kernels/kernels';
import type { LayerPlan, Value } from '../layer';
import type { AttentionFields } from './fields';

/**
 * A = concat(heads)·Woᵀ + bo, each head softmax(QKᵀ/√d)·V. Q, K and V of all steps are one product each, and so are the gradients of their
 * weights; what is between is one call, `attend`, which threads share by example and head.
 */
export function planAttention(
  plan: LayerPlan<AttentionFields>,
  queries: Value,
  memory: Value,
  causal: boolean,
): void {
  const { fields, output, parameter, batch, rows, draws, forward, learning, using, backward, gradients } =
    plan;
  const { heads, bias } = fields;
  // what is frozen is as in use, where none of its weights is dropped
  const dropout = plan.frozen ? 0 : fields.dropout;
  const [Tq = 1, n = 1] = output.shape;
  const [Tk = 1] = memory.shape;
  const from = (value: Value) => ({
    A: rows(value.A, value.shape[1]!),
    dA: value.dA && rows(value.dA, value.shape[1]!),
  });
  const part = (letter: 'q' | 'k' | 'v', value: Value, steps: number) => ({
    letter,
    name: letter.toUpperCase(),
    W: parameter(`W${letter}`),
    b: bias ? parameter(`b${letter}`) : undefined,
    X: from(value),
    A: batch(steps * n),
  });
  const parts = [part('q', queries, Tq), part('k', memory, Tk), part('v', memory, Tk)] as const;
  const [Q, K, V] = parts.map(({ A }) => A) as [Batch, Batch, Batch];
  const P = batch(heads * Tq * Tk);
  const C = batch(Tq * n);
  const Wo = parameter('Wo');
  const bo = bias ? parameter('bo') : undefined;
  const { A, dA } = output;
  for (const { name, letter, W, b, X, A } of parts) {
    forward({
      call: 'affine',
      args: [W.value, b?.value, X.A, rows(A, n)],
      reads: `${name} = W${letter}·x⟨t⟩ + b${letter}, of all steps`,
    });
  }
  const weigh = (rate: number): Op => ({
    call: 'attend',
    args: [Q, K, V, n, heads, causal, draws, rate, P, C],
    reads: 'P = softmax(QKᵀ/√d), C = P·V of each head',
  });
  if (dropout === 0) forward(weigh(0));
  else {
    learning(weigh(dropout));
    using(weigh(0));
  }
  forward({
    call: 'affine',
    args: [Wo.value, bo?.value, rows(C, n), rows(A, n)],
    reads: 'A = Wo·C + bo, of all steps',
  });
  if (!dA) return;
  const dC = batch(Tq * n);
  const given = parts.map(({ A }) => batch(A.n)) as [Batch, Batch, Batch];
  gradients({
    call: 'affineGradient',
    args: [rows(dA, n), rows(C, n), Wo.gradient, bo?.gradient, true],
    reads: 'dWo = Σ dA⟨t⟩·C⟨t⟩ᵀ, dbo = Σ dA⟨t⟩',
  });
  backward({
    call: 'affineInputGradient',
    args: [Wo.value, rows(dA, n), rows(dC, n), false],
    reads: 'dC = Woᵀ·dA',
  });
  backward({
    call: 'attendGradient',
    args: [dC, Q, K, V, n, heads, causal, draws, dropout, P, batch(P.n), ...given],
    reads: 'dV = Pᵀ·dC, dS = P ∘ (dP − Σ dP ∘ P)/√d, dQ = dS·K, dK = dSᵀ·Q of each head',
  });
  for (const [i, { name, letter, W, b, X }] of parts.entries()) {
    const d = rows(given[i]!, n);
    gradients({
      call: 'affineGradient',
      args: [d, X.A, W.gradient, b?.gradient, true],
      reads: `dW${letter} = Σ d${name}·x⟨t⟩ᵀ, db${letter} = Σ d${name}`,
    });
    if (X.dA) {
      backward({
        call: 'affineInputGradient',
        args: [W.value, d, X.dA, true],
        reads: `dx⟨t⟩ += W${letter}ᵀ·d${name}`,
      });
    }
  }
}
