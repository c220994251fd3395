import { chunk } from '../columns';
import { first, last, scratch } from '../share';
import { address, number, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** dX = γ/√(σ² + ε)·(dA − Σ dA/m − x̂·(Σ dA·x̂)/m), or added. [n, dA, X, mean, variance, ε, γ, sums, dX, add] */
export function normaliseInputGradient(call: usize, m: i32): void {
  const n = whole(call, 0);
  const dA = address(call, 1);
  const X = address(call, 2);
  const mean = address(call, 3);
  const variance = address(call, 4);
  const epsilon = number(call, 5);
  const gamma = address(call, 6);
  const sums = address(call, 7);
  const dX = address(call, 8);
  const add = whole(call, 9) !== 0;
  const pitch = (<usize>n) << shift;
  // three factors a column: γ/√(σ² + ε), the mean of dA, and what x − μ is multiplied with
  const outer = scratch();
  const centre = outer + ((<usize>chunk) << shift);
  const slope = centre + ((<usize>chunk) << shift);
  const i0 = first(m, 1);
  const i1 = last(m, 1);
  for (let j0 = 0; j0 < n; j0 += chunk) {
    const count = min(chunk, n - j0);
    const at = (<usize>j0) << shift;
    for (let j = 0; j < count; j++) {
      const here = (<usize>j) << shift;
      const scale = 1 / Math.sqrt(<f64>load<Real>(variance + at + here) + epsilon);
      store<Real>(outer + here, <Real>(<f64>load<Real>(gamma + at + here) * scale));
      store<Real>(centre + here, <Real>(<f64>load<Real>(sums + at + here) / m));
      store<Real>(slope + here, <Real>((<f64>load<Real>(sums + pitch + at + here) / m) * scale));
    }
    for (let i = i0; i < i1; i++) {
      const offset = <usize>i * pitch + at;
      one(dA + offset, X + offset, mean + at, outer, centre, slope, dX + offset, count, add);
    }
  }
}

function one(
  d: usize,
  x: usize,
  mean: usize,
  outer: usize,
  centre: usize,
  slope: usize,
  to: usize,
  count: i32,
  add: bool,
): void {
  const end = (<usize>count) << shift;
  let k: usize = 0;
  for (; k + 16 <= end; k += 16) {
    const away = v128.mul<Real>(v128.sub<Real>(v128.load(x + k), v128.load(mean + k)), v128.load(slope + k));
    const rest = v128.sub<Real>(v128.sub<Real>(v128.load(d + k), v128.load(centre + k)), away);
    const gradient = v128.mul<Real>(v128.load(outer + k), rest);
    v128.store(to + k, add ? v128.add<Real>(v128.load(to + k), gradient) : gradient);
  }
  for (; k < end; k += 1 << shift) {
    const away = (load<Real>(x + k) - load<Real>(mean + k)) * load<Real>(slope + k);
    const gradient = load<Real>(outer + k) * (load<Real>(d + k) - load<Real>(centre + k) - away);
    store<Real>(to + k, add ? load<Real>(to + k) + gradient : gradient);
  }
}
