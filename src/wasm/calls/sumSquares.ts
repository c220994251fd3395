import { first, last } from '../share';
import { address, whole } from '../slots';
import { lanes, Real, shift } from '../variants/real';

/** As `squaresTogether`: each of them is one thread's, so that the sums don't depend on the threads. */
const together: i32 = 4096;

/** blocks[from + i] = Σ x² over the i-th 4,096 numbers of x. [length, x, blocks, from] */
export function sumSquares(call: usize, _m: i32): void {
  const length = whole(call, 0);
  const to = address(call, 2) + ((<usize>whole(call, 3)) << 3);
  const count = (length + together - 1) / together;
  const end = last(count, 1);
  for (let block = first(count, 1); block < end; block++) {
    const from = block * together;
    const x = address(call, 1) + ((<usize>from) << shift);
    store<f64>(to + ((<usize>block) << 3), squares(x, min(together, length - from)));
  }
}

function squares(x: usize, n: i32): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  const end = x + ((<usize>n) << shift);
  for (; x + 16 <= end; x += 16) {
    const v = v128.load(x);
    if (lanes === 4) {
      const low = f64x2.promote_low_f32x4(v);
      const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 2, 3));
      even = f64x2.add(even, f64x2.mul(low, low));
      odd = f64x2.add(odd, f64x2.mul(high, high));
    } else {
      even = f64x2.add(even, f64x2.mul(v, v));
    }
  }
  const sums = f64x2.add(even, odd);
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; x < end; x += 1 << shift) {
    const value = <f64>load<Real>(x);
    sum += value * value;
  }
  return sum;
}
