import { exp } from '../fdlibm';
import { largest, tail } from '../row';

/** One example: e^(zⱼ − max z) / Σ, which is added up from the first to the last. */
export function softmax(z: usize, n: i32, a: usize): void {
  const most = f64x2.splat(largest(z, n));
  const end = a + (<usize>n << 3);
  let to = a;
  for (; to + 16 <= end; to += 16, z += 16) v128.store(to, exp(f64x2.sub(v128.load(z), most)));
  if (to < end) tail.write(exp(f64x2.sub(v128.load(z), most)), to, end);
  let sum: f64 = 0;
  for (to = a; to < end; to += 8) sum += load<f64>(to);
  for (to = a; to < end; to += 8) store<f64>(to, load<f64>(to) / sum);
}

/** One example: dzⱼ = aⱼ·(daⱼ − Σₖ aₖ·daₖ). */
export function softmaxGradient(_z: usize, a: usize, dA: usize, n: i32, dZ: usize): void {
  let mean: f64 = 0;
  for (let j: usize = 0; j < <usize>n << 3; j += 8) mean += load<f64>(a + j) * load<f64>(dA + j);
  for (let j: usize = 0; j < <usize>n << 3; j += 8) {
    store<f64>(dZ + j, load<f64>(a + j) * (load<f64>(dA + j) - mean));
  }
}
