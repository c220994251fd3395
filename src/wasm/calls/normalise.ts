import { chunk } from '../columns';
import { first, last, scratch } from '../share';
import { address, number, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** A = γ·(x − μ)/√(σ² + ε) + β. [n, X, mean, variance, ε, γ, β, A] */
export function normalise(call: usize, m: i32): void {
  const n = whole(call, 0);
  const X = address(call, 1);
  const mean = address(call, 2);
  const variance = address(call, 3);
  const epsilon = number(call, 4);
  const gamma = address(call, 5);
  const beta = address(call, 6);
  const A = address(call, 7);
  const pitch = (<usize>n) << shift;
  const scales = scratch();
  const i0 = first(m, 1);
  const i1 = last(m, 1);
  for (let j0 = 0; j0 < n; j0 += chunk) {
    const count = min(chunk, n - j0);
    const at = (<usize>j0) << shift;
    for (let j = 0; j < count; j++) {
      const here = (<usize>j) << shift;
      const root = Math.sqrt(<f64>load<Real>(variance + at + here) + epsilon);
      store<Real>(scales + here, <Real>(<f64>load<Real>(gamma + at + here) / root));
    }
    for (let i = i0; i < i1; i++) {
      const offset = <usize>i * pitch + at;
      one(X + offset, mean + at, scales, beta + at, A + offset, count);
    }
  }
}

function one(x: usize, mean: usize, scale: usize, beta: usize, a: usize, count: i32): void {
  const end = (<usize>count) << shift;
  let k: usize = 0;
  for (; k + 16 <= end; k += 16) {
    const centred = v128.sub<Real>(v128.load(x + k), v128.load(mean + k));
    v128.store(a + k, v128.add<Real>(v128.mul<Real>(centred, v128.load(scale + k)), v128.load(beta + k)));
  }
  for (; k < end; k += 1 << shift) {
    const centred = load<Real>(x + k) - load<Real>(mean + k);
    store<Real>(a + k, centred * load<Real>(scale + k) + load<Real>(beta + k));
  }
}
