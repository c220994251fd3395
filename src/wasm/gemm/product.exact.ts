// The products in the order of the notes, as src/core/kernels/rowProducts.ts and addCombinations.ts add: each sum has a
// lane of its own, and nothing is fused.
import { alone } from '../share';
import { combinations } from './exact/combinations';
import { rowProducts } from './exact/rowProducts';

/** `product.ts` says of what. Where B is transposed, C = A·B + start; else C = A·B, or C += A·B. */
export function product(
  M: i32,
  N: i32,
  K: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bPitch: usize,
  transposed: bool,
  c: usize,
  cPitch: usize,
  start: usize,
  add: bool,
): void {
  if (!alone()) return;
  if (transposed) rowProducts(M, N, K, a, aRow, b, bPitch, c, cPitch, start);
  else combinations(M, N, K, a, aRow, aStep, b, bPitch, c, cPitch, add);
}
