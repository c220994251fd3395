import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** dβ = Σ dA and dγ = Σ dA·x̂, or added. [n, channels, groups, dA, X, moments, dγ, dβ, add] */
export function groupNormaliseGradient(call: usize, m: i32): void {
  const n = whole(call, 0);
  const channels = whole(call, 1);
  const groups = whole(call, 2);
  const dA = address(call, 3);
  const X = address(call, 4);
  const moments = address(call, 5);
  const dgamma = address(call, 6);
  const dbeta = address(call, 7);
  const add = whole(call, 8) !== 0;
  const each = channels / groups;
  const pixel = (<usize>channels) << shift;
  const example = (<usize>n) << shift;
  const end = last(channels, 1);
  for (let j = first(channels, 1); j < end; j++) {
    const at = (<usize>j) << shift;
    let sum: f64 = 0;
    let product: f64 = 0;
    for (let i = 0; i < m; i++) {
      const kept = moments + ((<usize>(i * 2 * groups + j / each)) << shift);
      const mean = <f64>load<Real>(kept);
      const scale = <f64>load<Real>(kept + ((<usize>groups) << shift));
      for (let k = <usize>i * example + at; k < <usize>(i + 1) * example; k += pixel) {
        const d = <f64>load<Real>(dA + k);
        sum += d;
        product += d * (<f64>load<Real>(X + k) - mean) * scale;
      }
    }
    store<Real>(dbeta + at, <Real>sum + (add ? load<Real>(dbeta + at) : <Real>0));
    store<Real>(dgamma + at, <Real>product + (add ? load<Real>(dgamma + at) : <Real>0));
  }
}
