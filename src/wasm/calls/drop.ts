import { draw, drawn } from '../philox';
import { first, last } from '../share';
import { address, number, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** A = X without what is dropped, or added. [n, every, key, circumstances, start, threshold, 1/(1 − rate), X, A, add] */
export function drop(call: usize, m: i32): void {
  const n = whole(call, 0);
  const every = whole(call, 1);
  const key = address(call, 2);
  const seed = load<u32>(key);
  const layer = load<u32>(key, 4);
  const step = <u64>load<f64>(address(call, 3), 8);
  const start = load<i32>(address(call, 4));
  const threshold = <u32>whole(call, 5);
  const keep = <Real>number(call, 6);
  const X = address(call, 7);
  const A = address(call, 8);
  const add = whole(call, 9) !== 0;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const offset = <usize>i * ((<usize>n) << shift);
    for (let j = 0; j < every; j++) {
      if ((j & 3) === 0) draw(j >> 2, start + i, <u32>step, <u32>(step >> 32), seed, layer);
      const factor = drawn(j & 3) >= threshold ? keep : <Real>0;
      for (let k = j; k < n; k += every) {
        const at = offset + ((<usize>k) << shift);
        const value = factor === 0 ? <Real>0 : load<Real>(X + at) * factor;
        store<Real>(A + at, add ? load<Real>(A + at) + value : value);
      }
    }
  }
}
