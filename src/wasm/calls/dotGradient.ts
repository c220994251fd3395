import { first, last } from '../share';
import { address, whole } from '../slots';
import { fma } from '../variants/fma';
import { Real, shift } from '../variants/real';

/** dA = dC·B, or dA += dC·B, for C = AᵀB. [n, dC, B, dA, add] */
export function dotGradient(call: usize, m: i32): void {
  const width = (<usize>whole(call, 0)) << shift;
  const add = whole(call, 4) !== 0;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const factor = v128.load_splat<Real>(address(call, 1) + ((<usize>i) << shift));
    let b = address(call, 2) + <usize>i * width;
    let a = address(call, 3) + <usize>i * width;
    const rowEnd = a + width;
    for (; a + 16 <= rowEnd; a += 16, b += 16) {
      const before = add ? v128.load(a) : v128.splat<Real>(0);
      v128.store(a, fma(factor, v128.load(b), before));
    }
    const one = load<Real>(address(call, 1) + ((<usize>i) << shift));
    for (; a < rowEnd; a += 1 << shift, b += 1 << shift)
      store<Real>(a, (add ? load<Real>(a) : 0) + one * load<Real>(b));
  }
}
