import { scratch } from '../share';
import { lanes, Real, shift } from '../variants/real';
import { packColumns, packRows, packTile } from './pack';
import { lowRows, tileColumns, tileRows, tileVectors, times } from './tile';

/** How many rows of B are packed at a time. */
const kBlock: i32 = 256;
/** And numbers, 256 KB (512 in float64), which stay in the second cache: where there are fewer rows, more columns. */
const block: i32 = kBlock * 256;
/** One tile of C, at the beginning of the scratch memory; then a tile of A; then the panels of B. */
const tileBytes: usize = 512;
const rowsBytes: usize = kBlock * 6 * 8;

/** Of `product` the rows m0 … m1 and the columns n0 … n1, tile by tile. Every sum runs over k in its order. */
export function tiled(
  m0: i32,
  m1: i32,
  n0: i32,
  n1: i32,
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
  const most = tileColumns();
  const contiguous = aStep === 1 << shift;
  // values of a row that lie near each other are read where they are, but for a few panels alone
  const spread = aStep > 256 || aRow !== 1 << shift || n1 - n0 > 2 * most;
  const rows = scratch() + tileBytes;
  const panels = rows + rowsBytes;
  const unpacked = !transposed && n1 - n0 <= most;

  const wide = (block / max(1, min(kBlock, K))) & ~(most - 1);
  for (let j0 = n0; j0 < n1; j0 += wide) {
    const j1 = min(j0 + wide, n1);
    for (let k0 = 0; k0 < K; k0 += kBlock) {
      const k = min(kBlock, K - k0);
      if (!unpacked) {
        let panel = panels;
        for (let j = j0; j < j1; j += most) {
          const columns = min(most, j1 - j);
          const vectors = tileVectors(columns);
          if (transposed) packColumns(k, columns, vectors, b + <usize>j * bPitch + ((<usize>k0) << shift), bPitch, panel);
          else packRows(k, columns, vectors, b + <usize>k0 * bPitch + ((<usize>j) << shift), bPitch, panel);
          panel += <usize>k * (<usize>vectors << 4);
        }
      }
      const adds = add || k0 > 0;
      for (let i = m0, tall: i32 = 0; i < m1; i += tall) {
        tall = tallOf(m1 - i);
        const height = min(tall, m1 - i);
        let tileA = a + <usize>i * aRow + <usize>k0 * aStep;
        let row = aRow;
        let step = aStep;
        if (contiguous ? height < tall : spread) {
          packTile(k, height, tileA, row, step, rows);
          tileA = rows;
          row = 1 << shift;
          step = 6 << shift;
        }
        let panel = unpacked ? b + <usize>k0 * bPitch + ((<usize>j0) << shift) : panels;
        for (let j = j0; j < j1; j += most) {
          const columns = min(most, j1 - j);
          const vectors = tileVectors(columns);
          const width = <usize>vectors << 4;
          const pitch = unpacked ? bPitch : width;
          const tileC = c + <usize>i * cPitch + ((<usize>j) << shift);
          const tileStart = start === 0 ? <usize>0 : start + ((<usize>j) << shift);
          if (height === tall && columns === vectors * lanes) {
            if (!adds) begin(tall, vectors, tileC, cPitch, tileStart);
            times(tall, vectors, k, tileA, row, step, panel, pitch, tileC, cPitch);
          } else {
            const tile = scratch();
            fetch(tile, width, tileC, cPitch, height, columns, adds, tileStart);
            times(tall, vectors, k, tileA, row, step, panel, pitch, tile, width);
            put(tile, width, tileC, cPitch, height, columns);
          }
          panel += <usize>k * width;
        }
      }
    }
  }
}

/** Rows of the next tile where so many are left: they end in low tiles that leave the fewest rows empty. */
export function tallOf(left: i32): i32 {
  return left <= lowRows || left === 7 || left === 8 ? lowRows : tileRows;
}

/** A whole tile of C starts from `start` or 0. */
export function begin(rows: i32, vectors: i32, c: usize, pitch: usize, start: usize): void {
  for (let v = 0; v < vectors; v += 2) {
    let s0 = i32x4.splat(0);
    let s1 = s0;
    if (start !== 0) {
      s0 = v128.load(start);
      s1 = v128.load(start, 16);
      start += 32;
    }
    let to = c;
    for (let r = 0; r < rows; r++) {
      v128.store(to, s0);
      v128.store(to, s1, 16);
      to += pitch;
    }
    c += 32;
  }
}

/** A part of a tile, from C or `start` or 0, into the scratch tile. */
export function fetch(tile: usize, width: usize, c: usize, pitch: usize, rows: i32, columns: i32, adds: bool, start: usize): void {
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < columns; j++) {
      const at = (<usize>j) << shift;
      const value = adds ? load<Real>(c + at) : start === 0 ? <Real>0 : load<Real>(start + at);
      store<Real>(tile + at, value);
    }
    c += pitch;
    tile += width;
  }
}

/** And back. */
export function put(tile: usize, width: usize, c: usize, pitch: usize, rows: i32, columns: i32): void {
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < columns; j++) {
      const at = (<usize>j) << shift;
      store<Real>(c + at, load<Real>(tile + at));
    }
    c += pitch;
    tile += width;
  }
}
