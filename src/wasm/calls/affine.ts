import { product } from '../gemm/product';
import { across, lane } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { lanes, Real, shift } from '../variants/real';

/** Z = W·X + b. [W, rows, columns, b or 0, X, Z] */
export function affine(call: usize, m: i32): void {
  const rows = whole(call, 1);
  const pitch = (<usize>whole(call, 2)) << shift;
  product(
    m,
    rows,
    whole(call, 2),
    address(call, 4),
    pitch,
    1 << shift,
    address(call, 0),
    pitch,
    true,
    address(call, 5),
    (<usize>rows) << shift,
    address(call, 3),
    false,
  );
}

/** dW = dZ·Xᵀ and db = Σ dZ, or added to what is there. [dZ, X, dW, rows, columns, db or 0, add] */
export function affineGradient(call: usize, m: i32): void {
  const dZ = address(call, 0);
  const rows = whole(call, 3);
  const columns = whole(call, 4);
  const add = whole(call, 6) !== 0;
  const pitch = (<usize>rows) << shift;
  const width = (<usize>columns) << shift;
  product(
    rows,
    columns,
    m,
    dZ,
    1 << shift,
    pitch,
    address(call, 1),
    width,
    false,
    address(call, 2),
    width,
    0,
    add,
  );
  const db = address(call, 5);
  if (db !== 0) sumColumns(dZ, rows, m, db, add);
}

/** db = Σ dZ, or added to what is there. [dZ, rows, db, add] */
export function sumExamples(call: usize, m: i32): void {
  sumColumns(address(call, 0), whole(call, 1), m, address(call, 2), whole(call, 3) !== 0);
}

/** dX = Wᵀ·dZ, or added to what is there. [W, rows, columns, dZ, dX, add] */
export function affineInputGradient(call: usize, m: i32): void {
  const rows = whole(call, 1);
  const columns = whole(call, 2);
  const width = (<usize>columns) << shift;
  product(
    m,
    columns,
    rows,
    address(call, 3),
    (<usize>rows) << shift,
    1 << shift,
    address(call, 0),
    width,
    false,
    address(call, 4),
    width,
    0,
    whole(call, 5) !== 0,
  );
}

/** sum[j] (+)= Σᵢ x[i·n + j]: this thread's share of the n sums. */
function sumColumns(x: usize, n: i32, m: i32, sum: usize, add: bool): void {
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
