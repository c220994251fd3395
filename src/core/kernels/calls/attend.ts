import { attentionSizes, drawsOf, factorOf, innerProduct, seenBy } from '../attention';
import type { CallDefinition } from '../call';
import type { Batch, Draws } from '../operands';
import { thresholdOf } from '../philox';
import { float, moving } from '../slots';

/**
 * Of each head P = softmax(QKᵀ/√d) and C = P·V: Q and C hold T_q steps of `width` values an example, K and V T_k, of which a head has
 * d = width/heads side by side. P (heads·T_q·T_k, m) is a head after the other, row after row; where it is `causal` step t sees those up
 * to t, and the rest of its row is 0. Of a share `rate` of the weights C is made without, and of the others times 1/(1 − rate); P keeps all.
 */
export const attend: CallDefinition<
  [
    Q: Batch,
    K: Batch,
    V: Batch,
    width: number,
    heads: number,
    causal: boolean,
    draws: Draws,
    rate: number,
    P: Batch,
    C: Batch,
  ]
> = {
  name: 'attend',
  run(Q, K, V, width, heads, causal, draws, rate, P, C) {
    const [Tq, Tk, d] = [Q.n / width, K.n / width, width / heads];
    const scale = 1 / Math.sqrt(d);
    for (let i = 0; i < Q.m; i++) {
      for (let h = 0; h < heads; h++) {
        for (let t = 0; t < Tq; t++) {
          const row = (h * Tq + t) * Tk;
          const p = i * P.n + row;
          const q = i * Q.n + t * width + h * d;
          const seen = seenBy(t, Tk, causal);
          P.data.fill(0, p, p + Tk);
          let most = -Infinity;
          for (let s = 0; s < seen; s++) {
            const score = innerProduct(Q.data, q, K.data, i * K.n + s * width + h * d, d) * scale;
            P.data[p + s] = score;
            most = Math.max(most, score);
          }
          let sum = 0;
          for (let s = 0; s < seen; s++) sum += P.data[p + s] = Math.exp(P.data[p + s]! - most);
          for (let s = 0; s < seen; s++) P.data[p + s]! /= sum;
          C.data.fill(0, q, q + d);
          for (let s = 0; s < seen; s++) {
            const weight = P.data[p + s]! * factorOf(draws, rate, i, row + s);
            for (let j = 0; j < d; j++) C.data[q + j]! += weight * V.data[i * V.n + s * width + h * d + j]!;
          }
        }
      }
    }
  },
  slots: (Q, K, V, width, heads, causal, { key, at, start }, rate, P, C) => [
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
    moving(Q),
    moving(K),
    moving(V),
    moving(P),
    moving(C),
  ],
  work: (_Q, _K, _V, width, heads, _causal, _draws, _rate, P) => P.n * ((4 * width) / heads + 20),
  fits: (Q, K, V, width, heads, _causal, _draws, _rate, P, C) => [
    [Q.n, C.n],
    [K.n, V.n],
    [Q.n % width, K.n % width, width % heads, 0],
    [P.n, (heads * Q.n * K.n) / width ** 2],
    [Q.m, K.m, V.m, P.m, C.m],
  ],
  cases: make =>
    attentionSizes.map(([m, Tq, Tk, width, heads, causal, rate], i) => [
      make.batch(Tq * width, m),
      make.batch(Tk * width, m),
      make.batch(Tk * width, m),
      width,
      heads,
      causal,
      drawsOf(make, i),
      rate,
      make.batch(heads * Tq * Tk, m),
      make.batch(Tq * width, m),
    ]),
};
