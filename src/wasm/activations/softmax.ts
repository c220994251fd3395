import { exp } from '../math';
import { across, largest, tail } from '../row';
import { Real, shift } from '../variants/real';

/** One example: e^(zⱼ − max z) / Σ. */
export function softmax(z: usize, n: i32, a: usize): void {
  const most = v128.splat<Real>(largest(z, n));
  const end = a + (<usize>n << shift);
  let sums = v128.splat<Real>(0);
  let to = a;
  for (; to + 16 <= end; to += 16, z += 16) {
    const e = exp(v128.sub<Real>(v128.load(z), most));
    v128.store(to, e);
    sums = v128.add<Real>(sums, e);
  }
  let sum = across(sums);
  if (to < end) {
    tail.write(exp(v128.sub<Real>(v128.load(z), most)), to, end);
    for (let p = to; p < end; p += 1 << shift) sum += load<Real>(p);
  }
  const divisor = v128.splat<Real>(sum);
  for (to = a; to + 16 <= end; to += 16) v128.store(to, v128.div<Real>(v128.load(to), divisor));
  for (; to < end; to += 1 << shift) store<Real>(to, load<Real>(to) / sum);
}

/** One example: dzⱼ = aⱼ·(daⱼ − Σₖ aₖ·daₖ). */
export function softmaxGradient(_z: usize, a: usize, dA: usize, n: i32, dZ: usize): void {
  let mean: Real = 0;
  for (let j: usize = 0; j < <usize>n << shift; j += 1 << shift) mean += load<Real>(a + j) * load<Real>(dA + j);
  for (let j: usize = 0; j < <usize>n << shift; j += 1 << shift) {
    store<Real>(dZ + j, load<Real>(a + j) * (load<Real>(dA + j) - mean));
  }
}
