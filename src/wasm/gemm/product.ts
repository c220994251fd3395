import { first, last, scratch } from '../share';
import { lanes, Real, shift } from '../variants/real';
import { dots } from './dots';
import { lowRows, micro, microLow, tileRows } from './micro';
import { narrow, narrowest } from './narrow';
import { outer } from './outer';
import { packColumns, packRows, packTile, panelColumns, panelPitch } from './pack';

/** How many rows of B are packed at a time. */
const kBlock: i32 = 256;
/** And numbers, 256 KB (512 in float64), which stay in the second cache: where there are fewer rows, more columns. */
const block: i32 = kBlock * 256;
/** One tile of C, at the beginning of the scratch memory; then a tile of A; then the panels of B. */
const tileBytes: usize = 256;
const rowsBytes: usize = kBlock * 6 * 8;

/**
 * C = start + A·B, or C += A·B, for C (M, N), A (M, K), B (K, N); this thread's share of it. Every sum runs over k in
 * the same order whatever the number of threads, so that its last digit doesn't depend on them.
 * A[i][k] is at `a + i·aRow + k·aStep` bytes; B[k][j] at `b + k·bPitch + j` or, `transposed`, at `b + j·bPitch + k`;
 * C[i][j] at `c + i·cPitch + j`. `start` points to N numbers, or is 0 for none.
 */
export function product(
  M: i32,
  N: i32,
  K: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bPitch: usize,
  transposed: bool,
  c: usize,
  cPitch: usize,
  start: usize,
  add: bool,
): void {
  const contiguous = aStep === 1 << shift;
  if (contiguous && N <= panelColumns && K <= narrowest && N > 1) {
    narrow(first(M, 4), last(M, 4), N, K, a, aRow, b, bPitch, transposed, c, cPitch, start, add);
    return;
  }
  // one column laid out as a row serves for either
  if (contiguous && (N <= 2 || M <= 2) && (transposed || (N === 1 && bPitch === 1 << shift))) {
    const pitch = transposed ? bPitch : (<usize>K) << shift;
    if (M >= N) dots(first(M, 4), last(M, 4), 0, N, K, a, aRow, b, pitch, c, cPitch, start, add);
    else dots(0, M, first(N, 4), last(N, 4), K, a, aRow, b, pitch, c, cPitch, start, add);
    return;
  }
  if (aRow === 1 << shift && N <= panelColumns && M <= tileRows && !transposed) {
    outer(M, N, K, a, aStep, b, bPitch, c, cPitch, start, add);
    return;
  }
  // dividing the longer side packs least twice
  const byRows = M > N;
  const m0 = byRows ? first(M, tileRows) : 0;
  const m1 = byRows ? last(M, tileRows) : M;
  const n0 = byRows ? 0 : first(N, panelColumns);
  const n1 = byRows ? N : last(N, panelColumns);
  const rows = scratch() + tileBytes;
  const panels = rows + rowsBytes;
  const unpacked = !transposed && n1 - n0 <= panelColumns;

  const wide = (block / max(1, min(kBlock, K))) & ~(panelColumns - 1);
  for (let j0 = n0; j0 < n1; j0 += wide) {
    const j1 = min(j0 + wide, n1);
    for (let k0 = 0; k0 < K; k0 += kBlock) {
      const k = min(kBlock, K - k0);
      const panelBytes = <usize>k * panelPitch;
      if (!unpacked) {
        for (let j = j0, panel = panels; j < j1; j += panelColumns, panel += panelBytes) {
          const columns = min(panelColumns, j1 - j);
          if (transposed)
            packColumns(k, columns, b + <usize>j * bPitch + ((<usize>k0) << shift), bPitch, panel);
          else packRows(k, columns, b + <usize>k0 * bPitch + ((<usize>j) << shift), bPitch, panel);
        }
      }
      const adds = add || k0 > 0;
      for (let i = m0, tall: i32 = 0; i < m1; i += tall) {
        tall = tallOf(m1 - i);
        const height = min(tall, m1 - i);
        let tileA = a + <usize>i * aRow + <usize>k0 * aStep;
        let row = aRow;
        let step = aStep;
        if (height < tall || !contiguous) {
          packTile(k, height, tileA, row, step, rows);
          tileA = rows;
          row = 1 << shift;
          step = 6 << shift;
        }
        let panel = unpacked ? b + <usize>k0 * bPitch + ((<usize>j0) << shift) : panels;
        const pitch = unpacked ? bPitch : panelPitch;
        for (let j = j0; j < j1; j += panelColumns) {
          const columns = min(panelColumns, j1 - j);
          const tileC = c + <usize>i * cPitch + ((<usize>j) << shift);
          const tileStart = start === 0 ? <usize>0 : start + ((<usize>j) << shift);
          if (height === tall && columns === panelColumns) {
            if (!adds) begin(tall, tileC, cPitch, tileStart);
            times(tall, k, tileA, row, step, panel, pitch, tileC, cPitch);
          } else {
            const tile = scratch();
            fetch(tile, tileC, cPitch, height, columns, adds, tileStart);
            times(tall, k, tileA, row, step, panel, pitch, tile, panelPitch);
            put(tile, tileC, cPitch, height, columns);
          }
          panel += panelBytes;
        }
      }
    }
  }
}

/** Rows of the next tile where so many are left: they end in low tiles that leave the fewest rows empty. */
function tallOf(left: i32): i32 {
  return left <= lowRows || left === 7 || left === 8 ? lowRows : tileRows;
}

// @ts-expect-error: decorator
@inline
function times(
  tall: i32,
  K: i32,
  a: usize,
  row: usize,
  step: usize,
  panel: usize,
  panelStep: usize,
  c: usize,
  pitch: usize,
): void {
  if (tall === tileRows) micro(K, a, row, step, panel, panelStep, c, pitch);
  else microLow(K, a, row, step, panel, panelStep, c, pitch);
}

/** A whole tile of C starts from `start` or 0. */
function begin(rows: i32, c: usize, pitch: usize, start: usize): void {
  let s0 = i32x4.splat(0);
  let s1 = s0;
  if (start !== 0) {
    s0 = v128.load(start);
    s1 = v128.load(start, 16);
  }
  for (let r = 0; r < rows; r++) {
    v128.store(c, s0);
    v128.store(c, s1, 16);
    c += pitch;
  }
}

/** A part of a tile, from C or `start` or 0, into the scratch tile. */
function fetch(tile: usize, c: usize, pitch: usize, rows: i32, columns: i32, adds: bool, start: usize): void {
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < columns; j++) {
      const at = (<usize>j) << shift;
      const value = adds ? load<Real>(c + at) : start === 0 ? <Real>0 : load<Real>(start + at);
      store<Real>(tile + at, value);
    }
    c += pitch;
    tile += panelPitch;
  }
}

/** And back. */
function put(tile: usize, c: usize, pitch: usize, rows: i32, columns: i32): void {
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < columns; j++) {
      const at = (<usize>j) << shift;
      store<Real>(c + at, load<Real>(tile + at));
    }
    c += pitch;
    tile += panelPitch;
  }
}
