import { exp, log } from '../math';
import { lane, lanesOf, largest } from '../row';
import { lanes, Real, shift } from '../variants/real';

export function categoricalCrossEntropy(z: usize, y: usize, n: i32, m: i32): f64 {
  const width = <usize>n << shift;
  let sum: f64 = 0;
  for (let i: usize = 0; i < <usize>m; i++) sum += ofExample(z + i * width, y + i * width, n);
  return sum;
}

/** One example: Σ yⱼ·(ln Σₖ e^zₖ − zⱼ), with the largest z taken out of the exponentials. */
function ofExample(z: usize, y: usize, n: i32): f64 {
  const most = largest(z, n);
  let exponentials: f64 = 0;
  for (let j = 0; j < n; j += lanes) {
    const e = exp(v128.sub<Real>(v128.load(z + (<usize>j << shift)), v128.splat<Real>(most)));
    exponentials += lanesOf(e, n - j);
  }
  const logSum = <f64>lane(log(v128.splat<Real>(<Real>exponentials)), 0);
  let sum: f64 = 0;
  for (let j: usize = 0; j < <usize>n << shift; j += 1 << shift) {
    sum += <f64>load<Real>(y + j) * (logSum - (<f64>load<Real>(z + j) - <f64>most));
  }
  return sum;
}
