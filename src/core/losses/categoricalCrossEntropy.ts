import type { Loss } from './loss';

export const categoricalCrossEntropy: Loss = {
  type: 'categorical-cross-entropy',
  title: 'Categorical cross-entropy',
  formula: 'J = −(1/m) Σ Σⱼ yⱼ·log ŷⱼ',
  summary: 'For one of several classes and a softmax output with one unit a class.',
  encoding: 'one-hot',
  suits: ['softmax'],
  scale: m => 1 / m,
  loss(A, Y, offset, n) {
    let sum = 0;
    for (let j = offset; j < offset + n; j++) {
      // no less than −100, so that a probability of exactly 0 gives a large and finite loss
      if (Y[j] !== 0) sum -= Y[j]! * (A[j]! > 0 ? Math.max(Math.log(A[j]!), -100) : -100);
    }
    return sum;
  },
  gradient(A, Y, dA, offset, n) {
    for (let j = offset; j < offset + n; j++) dA[j] = Y[j] === 0 ? 0 : -Y[j]! / Math.max(A[j]!, 1e-12);
  },
  paired: {
    activation: 'softmax',
    lossFromZ(Z, Y, offset, n) {
      // −Σ yⱼ·log softmax(z)ⱼ = Σ yⱼ·(log Σₖ e^zₖ − zⱼ), with the largest z taken out of the exponentials
      const end = offset + n;
      let largest = -Infinity;
      for (let j = offset; j < end; j++) largest = Math.max(largest, Z[j]!);
      let exponentials = 0;
      for (let j = offset; j < end; j++) exponentials += Math.exp(Z[j]! - largest);
      const logSum = Math.log(exponentials);
      let sum = 0;
      for (let j = offset; j < end; j++) if (Y[j] !== 0) sum += Y[j]! * (logSum - (Z[j]! - largest));
      return sum;
    },
  },
};
