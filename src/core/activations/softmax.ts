import type { Activation } from './activation';

export const softmax: Activation = {
  type: 'softmax',
  title: 'Softmax',
  formula: 'g(z)ⱼ = e^zⱼ / Σₖ e^zₖ',
  summary:
    'Positive values that add up to 1: the probabilities of the classes, at the output of a classifier.',
  range: [0, 1],
  mixes: true,
  forward(Z, A, offset, n) {
    const end = offset + n;
    let largest = -Infinity;
    for (let j = offset; j < end; j++) largest = Math.max(largest, Z[j]!);
    // subtracting the largest z changes nothing but keeps e^z from overflowing
    let sum = 0;
    for (let j = offset; j < end; j++) sum += A[j] = Math.exp(Z[j]! - largest);
    for (let j = offset; j < end; j++) A[j]! /= sum;
  },
  backward(_Z, A, dA, dZ, offset, n) {
    // the Jacobian is ∂aₖ/∂zⱼ = aₖ·(δⱼₖ − aⱼ), so dzⱼ = aⱼ·(daⱼ − Σₖ aₖ·daₖ)
    const end = offset + n;
    let mean = 0;
    for (let j = offset; j < end; j++) mean += A[j]! * dA[j]!;
    for (let j = offset; j < end; j++) dZ[j] = A[j]! * (dA[j]! - mean);
  },
};
