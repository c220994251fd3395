import { exp, expm1, log, sigmoid, tanh } from './math';

/** yᵢ = f(xᵢ) for whole vectors, so that the error of each function can be measured: 0 exp, 1 log, 2 tanh, 3 sigmoid, 4 expm1. */
export function tabulate(f: i32, x: usize, y: usize, vectors: i32): void {
  for (let i = 0; i < vectors; i++) {
    const v = v128.load(x);
    v128.store(y, f === 0 ? exp(v) : f === 1 ? log(v) : f === 2 ? tanh(v) : f === 3 ? sigmoid(v) : expm1(v));
    x += 16;
    y += 16;
  }
}
