import { scratch } from '../../share';
import { fourByOne, fourByTwo } from './fours';

/** Values of a row that are packed at a time, of two vectors of columns: 32 KB. */
const kBlock: i32 = 1024;

/** Each of M rows of A times each of N rows of B, and then plus start. */
export function rowProducts(
  M: i32,
  N: i32,
  K: i32,
  a: usize,
  aRow: usize,
  b: usize,
  bPitch: usize,
  c: usize,
  cPitch: usize,
  start: usize,
): void {
  const fours = M & ~3;
  const panel = scratch();
  for (let j = 0; j < N && fours > 0; j += 4) {
    const columns = min(4, N - j);
    for (let k0 = 0; k0 < K; k0 += kBlock) {
      const k = min(kBlock, K - k0);
      const at = (<usize>k0) << 3;
      const last = start === 0 || k0 + k < K ? <usize>0 : start + ((<usize>j) << 3);
      pack(k, columns, b + <usize>j * bPitch + at, bPitch, panel);
      for (let i = 0; i < fours; i += 4) {
        const to = c + <usize>i * cPitch + ((<usize>j) << 3);
        if (columns > 2) fourByTwo(k, a + <usize>i * aRow + at, aRow, panel, to, cPitch, columns, k0 > 0, last);
        else fourByOne(k, a + <usize>i * aRow + at, aRow, panel, to, cPitch, columns, k0 > 0, last);
      }
    }
  }
  for (let i = fours; i < M; i++) {
    for (let j = 0; j < N; j++) {
      const sum = dot(K, a + <usize>i * aRow, b + <usize>j * bPitch);
      const to = c + <usize>i * cPitch + ((<usize>j) << 3);
      store<f64>(to, start === 0 ? sum : sum + load<f64>(start + ((<usize>j) << 3)));
    }
  }
}

/** Up to four rows of B side by side, zero beyond them: two vectors for each k, or one where there are at most two. */
function pack(K: i32, columns: i32, b: usize, pitch: usize, panel: usize): void {
  const lanes = columns > 2 ? 4 : 2;
  const step = (<usize>lanes) << 3;
  for (let j = 0; j < lanes; j++) {
    let from = b + <usize>j * pitch;
    let to = panel + ((<usize>j) << 3);
    for (let k = 0; k < K; k++) {
      store<f64>(to, j < columns ? load<f64>(from) : 0);
      from += 8;
      to += step;
    }
  }
}

/** Σ aₖ·bₖ over two rows, as four sums. */
function dot(K: i32, a: usize, b: usize): f64 {
  let s01 = f64x2.splat(0);
  let s23 = s01;
  let k = 0;
  for (; k + 3 < K; k += 4) {
    s01 = f64x2.add(s01, f64x2.mul(v128.load(a), v128.load(b)));
    s23 = f64x2.add(s23, f64x2.mul(v128.load(a, 16), v128.load(b, 16)));
    a += 32;
    b += 32;
  }
  let first = f64x2.extract_lane(s01, 0);
  for (; k < K; k++) {
    first += load<f64>(a) * load<f64>(b);
    a += 8;
    b += 8;
  }
  return first + f64x2.extract_lane(s01, 1) + f64x2.extract_lane(s23, 0) + f64x2.extract_lane(s23, 1);
}
