import { first, last } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** dX = scale·(γ·dA − mean(γ·dA) − x̂·mean(γ·dA·x̂)), or added. [n, channels, groups, dA, X, γ, moments, dX, add] */
export function groupNormaliseInputGradient(call: usize, m: i32): void {
  const n = whole(call, 0);
  const channels = whole(call, 1);
  const groups = whole(call, 2);
  const dA = address(call, 3);
  const X = address(call, 4);
  const gamma = address(call, 5);
  const moments = address(call, 6);
  const dX = address(call, 7);
  const add = whole(call, 8) !== 0;
  const width = (<usize>(channels / groups)) << shift;
  const pixel = (<usize>channels) << shift;
  const example = (<usize>n) << shift;
  const count = <f64>(n / groups);
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    for (let g = 0; g < groups; g++) {
      const kept = moments + ((<usize>(i * 2 * groups + g)) << shift);
      const mean = <f64>load<Real>(kept);
      const scale = <f64>load<Real>(kept + ((<usize>groups) << shift));
      const at = gamma + <usize>g * width;
      const k0 = <usize>i * example + <usize>g * width;
      const k1 = <usize>(i + 1) * example;
      let sum: f64 = 0;
      let product: f64 = 0;
      for (let k = k0; k < k1; k += pixel) {
        for (let c: usize = 0; c < width; c += 1 << shift) {
          const d = <f64>load<Real>(dA + k + c) * <f64>load<Real>(at + c);
          sum += d;
          product += d * (<f64>load<Real>(X + k + c) - mean) * scale;
        }
      }
      sum /= count;
      product /= count;
      for (let k = k0; k < k1; k += pixel) {
        for (let c: usize = 0; c < width; c += 1 << shift) {
          const d = <f64>load<Real>(dA + k + c) * <f64>load<Real>(at + c);
          const normal = (<f64>load<Real>(X + k + c) - mean) * scale;
          const gradient = <Real>(scale * (d - sum - normal * product));
          const to = dX + k + c;
          store<Real>(to, add ? load<Real>(to) + gradient : gradient);
        }
      }
    }
  }
}
