import { attentionSizes, drawsOf, factorOf, innerProduct, seenBy } from '../attention';
import type { CallDefinition } from '../call';
import type { Batch, Draws } from '../operands';
import { thresholdOf } from '../philox';
import { float, moving } from '../slots';

/**
 * Backward of `attend`, of each head, with P as it left it: dV = Pᵀ·dC without what was dropped, dP = dC·Vᵀ without the same,
 * dS = P ∘ (dP − Σ dP ∘ P)/√d of each row, dQ = dS·K and dK = dSᵀ·Q. All are written, not added; dS has the shape of P.
 */
export const attendGradient: CallDefinition<
  [
    dC: Batch,
    Q: Batch,
    K: Batch,
    V: Batch,
    width: number,
    heads: number,
    causal: boolean,
    draws: Draws,
    rate: number,
    P: Batch,
    dS: Batch,
    dQ: Batch,
    dK: Batch,
    dV: Batch,
  ]
> = {
  name: 'attendGradient',
  run(dC, Q, K, V, width, heads, causal, draws, rate, P, dS, dQ, dK, dV) {
    const [Tq, Tk, d] = [Q.n / width, K.n / width, width / heads];
    const scale = 1 / Math.sqrt(d);
    for (const { data, n, m } of [dS, dQ, dK, dV]) data.fill(0, 0, n * m);
    for (let i = 0; i < Q.m; i++) {
      for (let h = 0; h < heads; h++) {
        for (let t = 0; t < Tq; t++) {
          const row = (h * Tq + t) * Tk;
          const p = i * P.n + row;
          const q = i * Q.n + t * width + h * d;
          const seen = seenBy(t, Tk, causal);
          const at = (s: number) => i * K.n + s * width + h * d;
          let mean = 0;
          for (let s = 0; s < seen; s++) {
            const factor = factorOf(draws, rate, i, row + s);
            const weight = P.data[p + s]! * factor;
            for (let j = 0; j < d; j++) dV.data[at(s) + j]! += weight * dC.data[q + j]!;
            const dP = innerProduct(dC.data, q, V.data, at(s), d) * factor;
            dS.data[p + s] = dP;
            mean += dP * P.data[p + s]!;
          }
          for (let s = 0; s < seen; s++) {
            const slope = P.data[p + s]! * (dS.data[p + s]! - mean) * scale;
            dS.data[p + s] = slope;
            for (let j = 0; j < d; j++) {
              dQ.data[q + j]! += slope * K.data[at(s) + j]!;
              dK.data[at(s) + j]! += slope * Q.data[q + j]!;
            }
          }
        }
      }
    }
  },
  slots: (dC, Q, K, V, width, heads, causal, { key, at, start }, rate, P, dS, dQ, dK, dV) => [
    Q.n / width,
    K.n / width,
    width,
    heads,
    Number(causal),
    key.byteOffset,
    at.byteOffset,
    start.byteOffset,
    thresholdOf(rate) | 0,
    float(rate === 0 ? 0 : 1 / (1 - rate)),
    moving(dC),
    moving(Q),
    moving(K),
    moving(V),
    moving(P),
    moving(dS),
    moving(dQ),
    moving(dK),
    moving(dV),
  ],
  work: (_dC, _Q, _K, _V, width, heads, _causal, _draws, _rate, P) => P.n * ((8 * width) / heads + 8),
  fits: (dC, Q, K, V, width, heads, _causal, _draws, _rate, P, dS, dQ, dK, dV) => [
    [dC.n, Q.n, dQ.n],
    [K.n, V.n, dK.n, dV.n],
    [Q.n % width, K.n % width, width % heads, 0],
    [P.n, dS.n, (heads * Q.n * K.n) / width ** 2],
    [dC.m, Q.m, K.m, V.m, P.m, dS.m, dQ.m, dK.m, dV.m],
  ],
  cases: make =>
    attentionSizes.map(([m, Tq, Tk, width, heads, causal, rate], i) => {
      const of = (steps: number) => make.batch(steps * width, m);
      const [dC, Q, K, V, dQ, dK, dV] = [Tq, Tq, Tk, Tk, Tq, Tk, Tk].map(of) as [
        Batch,
        Batch,
        Batch,
        Batch,
        Batch,
        Batch,
        Batch,
      ];
      const P = make.shares(heads * Tq * Tk, m);
      // what a step doesn't see weighs nothing
      P.data.forEach((_, k) => {
        if (k % Tk >= seenBy(Math.floor(k / Tk) % Tq, Tk, causal)) P.data[k] = 0;
      });
      const dS = make.batch(heads * Tq * Tk, m);
      return [dC, Q, K, V, width, heads, causal, drawsOf(make, i), rate, P, dS, dQ, dK, dV];
    }),
};
