import { run, together } from '../columns';
import { lane } from '../row';
import { first, last } from '../share';
import { address, number, whole } from '../slots';
import { lanes, Real, shift } from '../variants/real';

/** dβ = Σ dA and dγ = Σ dA·x̂, or added, and both in `sums`. [n, dA, X, mean, variance, ε, sums, dγ, dβ, add] */
export function normaliseGradient(call: usize, m: i32): void {
  const n = whole(call, 0);
  const dA = address(call, 1);
  const X = address(call, 2);
  const mean = address(call, 3);
  const variance = address(call, 4);
  const epsilon = number(call, 5);
  const sums = address(call, 6);
  const dgamma = address(call, 7);
  const dbeta = address(call, 8);
  const add = whole(call, 9) !== 0;
  const pitch = (<usize>n) << shift;
  const end = last(n, together);
  for (let j = first(n, together); j < end; j += lanes) {
    const at = (<usize>j) << shift;
    columns(dA + at, X + at, pitch, m, v128.load(mean + at), min(lanes, end - j));
    for (let k = 0; k < min(lanes, end - j); k++) {
      const here = at + ((<usize>k) << shift);
      const scale = 1 / Math.sqrt(<f64>load<Real>(variance + here) + epsilon);
      const sum = <Real>total(k);
      const product = <Real>(total(4 + k) * scale);
      store<Real>(sums + here, sum);
      store<Real>(sums + pitch + here, product);
      store<Real>(dbeta + here, add ? load<Real>(dbeta + here) + sum : sum);
      store<Real>(dgamma + here, add ? load<Real>(dgamma + here) + product : product);
    }
  }
}

/** Σ dA, then Σ dA·(x − μ), of a vector of columns. */
let s0: f64 = 0;
let s1: f64 = 0;
let s2: f64 = 0;
let s3: f64 = 0;
let p0: f64 = 0;
let p1: f64 = 0;
let p2: f64 = 0;
let p3: f64 = 0;

function total(k: i32): f64 {
  if (k === 0) return s0;
  if (k === 1) return s1;
  if (k === 2) return s2;
  if (k === 3) return s3;
  if (k === 4) return p0;
  if (k === 5) return p1;
  return k === 6 ? p2 : p3;
}

function columns(d: usize, x: usize, pitch: usize, m: i32, mean: v128, count: i32): void {
  s0 = s1 = s2 = s3 = p0 = p1 = p2 = p3 = 0;
  for (let i = 0; i < m; i += run) {
    const rows = min(run, m - i);
    let sum = i32x4.splat(0);
    let product = sum;
    for (let k = 0; k < rows; k++) {
      const g = v128.load(d);
      sum = v128.add<Real>(sum, g);
      product = v128.add<Real>(product, v128.mul<Real>(g, v128.sub<Real>(v128.load(x), mean)));
      d += pitch;
      x += pitch;
    }
    s0 += <f64>lane(sum, 0);
    p0 += <f64>lane(product, 0);
    if (count > 1) {
      s1 += <f64>lane(sum, 1);
      p1 += <f64>lane(product, 1);
    }
    if (count > 2) {
      s2 += <f64>lane(sum, 2);
      p2 += <f64>lane(product, 2);
    }
    if (count > 3) {
      s3 += <f64>lane(sum, 3);
      p3 += <f64>lane(product, 3);
    }
  }
}
