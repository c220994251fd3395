import { clearRun, copyRun } from '../row';
import { lanes, Real, shift } from '../variants/real';

/**
 * One panel of B, `vectors` (two or four) for each k and zero beyond `columns`, from rows that hold its columns side by
 * side: B[k][j] at `b + k·pitch + j`.
 */
export function packRows(K: i32, columns: i32, vectors: i32, b: usize, pitch: usize, panel: usize): void {
  const panelPitch = <usize>vectors * 16;
  let to = panel;
  if (columns === 4 * lanes) {
    for (let k = 0; k < K; k++) {
      v128.store(to, v128.load(b));
      v128.store(to, v128.load(b, 16), 16);
      v128.store(to, v128.load(b, 32), 32);
      v128.store(to, v128.load(b, 48), 48);
      b += pitch;
      to += 64;
    }
    return;
  }
  if (columns === 2 * lanes && vectors === 2) {
    for (let k = 0; k < K; k++) {
      v128.store(to, v128.load(b));
      v128.store(to, v128.load(b, 16), 16);
      b += pitch;
      to += 32;
    }
    return;
  }
  for (let k = 0; k < K; k++) {
    const end = to + ((<usize>columns) << shift);
    copyRun(b, to, end);
    clearRun(end, to + panelPitch);
    b += pitch;
    to += panelPitch;
  }
}

/** The same from rows that hold a column each: B[k][j] at `b + j·pitch + k`. */
export function packColumns(K: i32, columns: i32, vectors: i32, b: usize, pitch: usize, panel: usize): void {
  const panelPitch = <usize>vectors * 16;
  let j = 0;
  for (; j + lanes <= columns; j += lanes) {
    packVector(K, b + <usize>j * pitch, pitch, panel + ((<usize>j) << shift), panelPitch);
  }
  for (; j < vectors * lanes; j++) {
    let from = b + <usize>j * pitch;
    let to = panel + ((<usize>j) << shift);
    for (let k = 0; k < K; k++) {
      store<Real>(to, j < columns ? load<Real>(from) : <Real>0);
      from += 1 << shift;
      to += panelPitch;
    }
  }
}

/** A vector's width of columns, transposed in registers. */
function packVector(K: i32, b: usize, pitch: usize, to: usize, panelPitch: usize): void {
  let k = 0;
  if (lanes === 4) {
    const b1 = b + pitch;
    const b2 = b1 + pitch;
    const b3 = b2 + pitch;
    for (; k + 4 <= K; k += 4) {
      const at = (<usize>k) << shift;
      const r0 = v128.load(b + at);
      const r1 = v128.load(b1 + at);
      const r2 = v128.load(b2 + at);
      const r3 = v128.load(b3 + at);
      const t0 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const t1 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const t2 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const t3 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<f64>(t0, t1, 0, 2));
      v128.store(to + panelPitch, v128.shuffle<f64>(t0, t1, 1, 3));
      v128.store(to + 2 * panelPitch, v128.shuffle<f64>(t2, t3, 0, 2));
      v128.store(to + 3 * panelPitch, v128.shuffle<f64>(t2, t3, 1, 3));
      to += 4 * panelPitch;
    }
  } else {
    const b1 = b + pitch;
    for (; k + 2 <= K; k += 2) {
      const at = (<usize>k) << shift;
      const r0 = v128.load(b + at);
      const r1 = v128.load(b1 + at);
      v128.store(to, v128.shuffle<f64>(r0, r1, 0, 2));
      v128.store(to + panelPitch, v128.shuffle<f64>(r0, r1, 1, 3));
      to += 2 * panelPitch;
    }
  }
  for (; k < K; k++) {
    for (let j = 0; j < lanes; j++) {
      store<Real>(to + ((<usize>j) << shift), load<Real>(b + <usize>j * pitch + ((<usize>k) << shift)));
    }
    to += panelPitch;
  }
}

/** Six rows of A as `micro` walks them fastest, zero beyond `rows`: A[r][k] at `a + r·row + k·step` goes to [k][r]. */
export function packTile(K: i32, rows: i32, a: usize, row: usize, step: usize, to: usize): void {
  if (rows === 6 && row === 1 << shift) {
    // vectors that overlap, where six rows aren't a whole number of them
    const last: usize = (6 << shift) - 16;
    for (let k = 0; k < K; k++) {
      v128.store(to, v128.load(a));
      if (lanes === 2) v128.store(to + 16, v128.load(a + 16));
      v128.store(to + last, v128.load(a + last));
      a += step;
      to += 6 << shift;
    }
    return;
  }
  for (let k = 0; k < K; k++) {
    let from = a;
    let r = 0;
    for (; r < rows; r++) {
      store<Real>(to, load<Real>(from));
      from += row;
      to += 1 << shift;
    }
    for (; r < 6; r++) {
      store<Real>(to, 0);
      to += 1 << shift;
    }
    a += step;
  }
}
