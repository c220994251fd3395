import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** C_j = Σ w·A_source, or C_j += it. [A n, A, k, places, weights or 0, C n, C, add] */
export function resample(call: usize, m: i32): void {
  const width = (<usize>whole(call, 0)) << shift;
  const k = whole(call, 2);
  const places = address(call, 3);
  const weights = address(call, 4);
  const pitch = (<usize>whole(call, 5)) << shift;
  const add = whole(call, 7) !== 0;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const a = address(call, 1) + <usize>i * width;
    const c = address(call, 6) + <usize>i * pitch;
    let place = places;
    let weight = weights;
    for (let to = c; to < c + pitch; to += 1 << shift) {
      let sum: Real = add ? load<Real>(to) : 0;
      for (let s = 0; s < k; s++) {
        const from = load<i32>(place);
        if (from >= 0) {
          const x = load<Real>(a + ((<usize>from) << shift));
          sum += weights === 0 ? x : x * <Real>load<f64>(weight);
        }
        place += 4;
        weight += 8;
      }
      store<Real>(to, sum);
    }
  }
}
