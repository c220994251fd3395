import { first, last } from '../share';
import { address, number, whole } from '../slots';
import { Real, shift } from '../variants/real';

/** A = γ·x̂ + β, over groups of channels of each example. [n, channels, groups, X, ε, γ, β, moments, A] */
export function groupNormalise(call: usize, m: i32): void {
  const n = whole(call, 0);
  const channels = whole(call, 1);
  const groups = whole(call, 2);
  const X = address(call, 3);
  const epsilon = number(call, 4);
  const gamma = address(call, 5);
  const beta = address(call, 6);
  const moments = address(call, 7);
  const A = address(call, 8);
  const each = channels / groups;
  const width = (<usize>each) << shift;
  const pixel = (<usize>channels) << shift;
  const example = (<usize>n) << shift;
  const count = <f64>(n / groups);
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    for (let g = 0; g < groups; g++) {
      const offset = <usize>g * width;
      const x0 = X + <usize>i * example + offset;
      const x1 = X + <usize>(i + 1) * example;
      let sum: f64 = 0;
      for (let x = x0; x < x1; x += pixel)
        for (let c: usize = 0; c < width; c += 1 << shift) sum += <f64>load<Real>(x + c);
      const mean = sum / count;
      let squares: f64 = 0;
      for (let x = x0; x < x1; x += pixel) {
        for (let c: usize = 0; c < width; c += 1 << shift) {
          const away = <f64>load<Real>(x + c) - mean;
          squares += away * away;
        }
      }
      const scale = 1 / Math.sqrt(squares / count + epsilon);
      const kept = moments + ((<usize>(i * 2 * groups + g)) << shift);
      store<Real>(kept, <Real>mean);
      store<Real>(kept + ((<usize>groups) << shift), <Real>scale);
      let a = A + <usize>i * example + offset;
      for (let x = x0; x < x1; x += pixel) {
        for (let c: usize = 0; c < width; c += 1 << shift) {
          const normal = <Real>((<f64>load<Real>(x + c) - mean) * scale);
          store<Real>(a + c, normal * load<Real>(gamma + offset + c) + load<Real>(beta + offset + c));
        }
        a += pixel;
      }
    }
  }
}
