import { product } from '../gemm/product';
import { meet } from '../meet';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Values of an example that are summed in the build's own precision before the sums go to float64. */
const block: i32 = 256;

/**
 * The inner products of all pairs of examples, (m, m). Sums of blocks are added up in float64: in float32, a sum of ten
 * thousand squares would be wrong in the fifth digit, and everything that follows from it.
 * [n, X, products, a block's products, sums of float64]
 */
export function innerProducts(call: usize, m: i32): void {
  const n = whole(call, 0);
  const X = address(call, 1);
  const products = address(call, 2);
  const part = address(call, 3);
  const sums = address(call, 4);
  const pitch = (<usize>n) << shift;
  const from = <usize>first(m * m, 64);
  const end = <usize>last(m * m, 64);
  for (let k = 0; k < n; k += block) {
    const at = X + ((<usize>k) << shift);
    product(
      m,
      m,
      min(block, n - k),
      at,
      pitch,
      1 << shift,
      at,
      pitch,
      true,
      part,
      (<usize>m) << shift,
      0,
      false,
    );
    meet();
    for (let i = from; i < end; i++) {
      const sum = sums + (i << 3);
      store<f64>(sum, (k === 0 ? 0 : load<f64>(sum)) + <f64>load<Real>(part + (i << shift)));
    }
    meet();
  }
  for (let i = from; i < end; i++) store<Real>(products + (i << shift), <Real>load<f64>(sums + (i << 3)));
}
