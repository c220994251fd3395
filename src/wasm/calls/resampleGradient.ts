import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** dA_source = Σ w·dC_j, or dA_source += it. [dC n, dC, k, places, weights or 0, dA n, dA, add] */
export function resampleGradient(call: usize, m: i32): void {
  const pitch = (<usize>whole(call, 0)) << shift;
  const k = whole(call, 2);
  const places = address(call, 3);
  const weights = address(call, 4);
  const width = (<usize>whole(call, 5)) << shift;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const dc = address(call, 1) + <usize>i * pitch;
    const da = address(call, 6) + <usize>i * width;
    if (whole(call, 7) === 0) memory.fill(da, 0, width);
    let place = places;
    let weight = weights;
    for (let from = dc; from < dc + pitch; from += 1 << shift) {
      const d = load<Real>(from);
      for (let s = 0; s < k; s++) {
        const at = load<i32>(place);
        if (at >= 0) {
          const to = da + ((<usize>at) << shift);
          store<Real>(to, load<Real>(to) + (weights === 0 ? d : d * <Real>load<f64>(weight)));
        }
        place += 4;
        weight += 8;
      }
    }
  }
}
