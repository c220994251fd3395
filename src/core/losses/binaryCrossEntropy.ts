import type { Loss } from './loss';

/** ln x, but no less than −100, so that a loss at exactly 0 or 1 is large and finite (PyTorch's bound). */
const log = (x: number) => (x > 0 ? Math.max(Math.log(x), -100) : -100);

export const binaryCrossEntropy: Loss = {
  type: 'binary-cross-entropy',
  title: 'Binary cross-entropy',
  formula: 'J = −(1/m) Σ (y·log ŷ + (1 − y)·log(1 − ŷ))',
  summary: 'For labels 0 and 1 and a sigmoid output.',
  encoding: 'binary',
  suits: ['sigmoid'],
  scale: m => 1 / m,
  loss(A, Y, offset, n) {
    let sum = 0;
    for (let j = offset; j < offset + n; j++) sum -= Y[j]! * log(A[j]!) + (1 - Y[j]!) * log(1 - A[j]!);
    return sum;
  },
  gradient(A, Y, dA, offset, n) {
    // −y/ŷ + (1 − y)/(1 − ŷ); the bound keeps it finite where ŷ is 0 or 1
    for (let j = offset; j < offset + n; j++) {
      dA[j] = (A[j]! - Y[j]!) / Math.max(A[j]! * (1 - A[j]!), 1e-12);
    }
  },
  paired: {
    activation: 'sigmoid',
    lossFromZ(Z, Y, offset, n) {
      // −y·log σ(z) − (1 − y)·log σ(−z) = max(z, 0) − y·z + log(1 + e^−|z|), exact however large z is
      let sum = 0;
      for (let j = offset; j < offset + n; j++) {
        const z = Z[j]!;
        sum += Math.max(z, 0) - Y[j]! * z + Math.log1p(Math.exp(-Math.abs(z)));
      }
      return sum;
    },
  },
};
