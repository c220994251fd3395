import { product } from '../gemm/product';
import { meet } from '../meet';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** Values of an example that are summed in the build's own precision before the sums go to float64. */
const block: i32 = sizeof<Real>() === 4 ? 64 : 256;
/** Examples whose products with all before them are computed together. */
const strip: i32 = 48;

/**
 * The inner products of all pairs of examples, (m, m). Sums of blocks are added up in float64: in float32, a sum of ten
 * thousand squares would be wrong in the fifth digit, and everything that follows from it. What of a sum float32 can't
 * hold is left in the second array. Each pair is computed once.
 * [n, X, products, what they lack, sums of float64]
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
      addRun(part + (row << shift), sums + (row << 3), i + 1, k > 0);
    }
    meet();
  }
  const products = address(call, 2);
  for (let i = from; i < end; i++) {
    for (let j = 0; j < m; j++) {
      const sum = load<f64>(sums + (<usize>(max(i, j) * m + min(i, j)) << 3));
      const at = <usize>(i * m + j) << shift;
      const product = <Real>sum;
      store<Real>(products + at, product);
      store<Real>(part + at, <Real>(sum - <f64>product));
    }
  }
}

/** sums = x, or sums += x, for `length` numbers, which go to float64. */
function addRun(x: usize, sums: usize, length: i32, add: bool): void {
  let j = 0;
  if (sizeof<Real>() === 4) {
    for (; j + 4 <= length; j += 4) {
      const v = v128.load(x);
      let low = f64x2.promote_low_f32x4(v);
      let high = f64x2.promote_low_f32x4(v128.shuffle<f64>(v, v, 1, 1));
      if (add) {
        low = f64x2.add(low, v128.load(sums));
        high = f64x2.add(high, v128.load(sums, 16));
      }
      v128.store(sums, low);
      v128.store(sums, high, 16);
      x += 16;
      sums += 32;
    }
  }
  for (; j < length; j++) {
    store<f64>(sums, (add ? load<f64>(sums) : 0) + <f64>load<Real>(x));
    x += 1 << shift;
    sums += 8;
  }
}
