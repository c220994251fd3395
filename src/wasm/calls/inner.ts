import { product } from '../gemm/product';
import { meet } from '../meet';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Values of an example that are summed in the build's own precision before the sums go to float64. */
const block: i32 = 256;
/** Examples whose products with all before them are computed together. */
const strip: i32 = 48;

/**
 * The inner products of all pairs of examples, (m, m). Sums of blocks are added up in float64: in float32, a sum of ten
 * thousand squares would be wrong in the fifth digit, and everything that follows from it. Each pair is computed once.
 * [n, X, products, a block's products, sums of float64]
 */
export function innerProducts(call: usize, m: i32): void {
  const n = whole(call, 0);
  const X = address(call, 1);
  const part = address(call, 3);
  const sums = address(call, 4);
  const pitch = <usize>n << shift;
  const width = <usize>m << shift;
  const from = first(m, 1);
  const end = last(m, 1);
  for (let k = 0; k < n; k += block) {
    const at = X + (<usize>k << shift);
    const length = min(block, n - k);
    for (let i = 0; i < m; i += strip) {
      const to = min(i + strip, m);
      const rows = <usize>i;
      product(
        to - i,
        to,
        length,
        at + rows * pitch,
        pitch,
        1 << shift,
        at,
        pitch,
        true,
        part + rows * width,
        width,
        0,
        false,
      );
    }
    meet();
    for (let i = from; i < end; i++) {
      const row = <usize>i * <usize>m;
      for (let j: usize = row; j <= row + <usize>i; j++) {
        const sum = sums + (j << 3);
        store<f64>(sum, (k === 0 ? 0 : load<f64>(sum)) + <f64>load<Real>(part + (j << shift)));
      }
    }
    meet();
  }
  const products = address(call, 2);
  for (let i = from; i < end; i++) {
    for (let j = 0; j < m; j++) {
      const pair = max(i, j) * m + min(i, j);
      store<Real>(products + (<usize>(i * m + j) << shift), <Real>load<f64>(sums + (<usize>pair << 3)));
    }
  }
}
