import { across, lane } from './row';
import { first, last } from './share';
import { lanes, Real, shift } from './variants/real';

/** sum[j] (+)= Σᵢ x[i·n + j]: this thread's share of the n sums. */
export function sumColumns(x: usize, n: i32, m: i32, sum: usize, add: bool): void {
  if (n === 1) {
    if (first(1, 1) < last(1, 1)) sumRun(x, m, sum, add);
    return;
  }
  const pitch = (<usize>n) << shift;
  const end = last(n, lanes);
  for (let j = first(n, lanes); j < end; j += lanes) {
    let from = x + ((<usize>j) << shift);
    let s0 = i32x4.splat(0);
    let s1 = s0;
    let i = 0;
    for (; i + 2 <= m; i += 2) {
      s0 = v128.add<Real>(s0, v128.load(from));
      s1 = v128.add<Real>(s1, v128.load(from + pitch));
      from += 2 * pitch;
    }
    if (i < m) s0 = v128.add<Real>(s0, v128.load(from));
    write(v128.add<Real>(s0, s1), sum + ((<usize>j) << shift), min(lanes, end - j), add);
  }
}

/** The sum of a run. */
function sumRun(x: usize, length: i32, sum: usize, add: bool): void {
  let s0 = i32x4.splat(0);
  let s1 = s0;
  let i = 0;
  for (; i + 2 * lanes <= length; i += 2 * lanes) {
    s0 = v128.add<Real>(s0, v128.load(x));
    s1 = v128.add<Real>(s1, v128.load(x, 16));
    x += 32;
  }
  s0 = v128.add<Real>(s0, s1);
  let total = across(s0);
  for (; i < length; i++) {
    total += load<Real>(x);
    x += 1 << shift;
  }
  store<Real>(sum, add ? load<Real>(sum) + total : total);
}

function write(v: v128, to: usize, count: i32, add: bool): void {
  for (let j = 0; j < count; j++) {
    store<Real>(to, add ? load<Real>(to) + lane(v, j) : lane(v, j));
    to += 1 << shift;
  }
}
