import { copyRun } from '../row';
import { scratch } from '../share';
import { lanes, shift } from '../variants/real';
import { packColumns, packRows, packTile } from './pack';
import { lowRows, tileColumns, tileRows, tileVectors, times, zeros } from './tile';

/** How many rows of B a panel has at a time: with it a panel stays in the first cache, whatever tile is made of it. */
const kBlock: i32 = 256;
/** Of the scratch memory: a tile of C, then a panel of B, then tiles of A, which stay in the second cache. */
const tileBytes: usize = 1024;
const panelBytes: usize = kBlock * 64;
/** Rows of A at a time. */
const rowsAtATime: i32 = 40 * tileRows;
/** Bytes between the packed tiles of A, for each row of B. */
const tilePitch: usize = tileRows << (<i32>shift);

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
  const spread = !contiguous && (aStep > 256 || aRow !== 1 << shift || n1 - n0 > 2 * most);
  const panels = scratch() + tileBytes;
  const tiles = panels + panelBytes;
  for (let k0 = 0; k0 < K; k0 += kBlock) {
    const k = min(kBlock, K - k0);
    const adds = add || k0 > 0;
    const tileOfA = <usize>k * tilePitch;
    for (let i0 = m0; i0 < m1; i0 += rowsAtATime) {
      const i1 = min(i0 + rowsAtATime, m1);
      const corner = a + <usize>k0 * aStep;
      if (spread) packTiles(k, i0, i1, corner, aRow, aStep, tiles);
      // where A has few rows, packing B takes longer than what is made of it
      const inPlace = !transposed && (i1 - i0 <= 2 * tileRows || n1 - n0 <= most);
      for (let j = n0; j < n1; j += most) {
        const columns = min(most, n1 - j);
        const vectors = tileVectors(columns);
        let panel = panels;
        let panelStep = <usize>vectors << 4;
        if (inPlace) {
          panel = b + <usize>k0 * bPitch + ((<usize>j) << shift);
          panelStep = bPitch;
        } else if (transposed) {
          packColumns(k, columns, vectors, b + <usize>j * bPitch + ((<usize>k0) << shift), bPitch, panels);
        } else packRows(k, columns, vectors, b + <usize>k0 * bPitch + ((<usize>j) << shift), bPitch, panels);
        const begin = start === 0 ? <usize>0 : start + ((<usize>j) << shift);
        let packed = tiles;
        for (let i = i0, tall: i32 = 0; i < i1; i += tall) {
          tall = tallOf(i1 - i);
          const height = min(tall, i1 - i);
          let tileA = corner + <usize>i * aRow;
          let row = aRow;
          let step = aStep;
          if (spread) {
            tileA = packed;
            row = 1 << shift;
            step = tilePitch;
            packed += tileOfA;
          } else if (contiguous && height < tall) {
            // rows beyond the last aren't read
            if (j === n0) packTile(k, height, tileA, row, step, tiles);
            tileA = tiles;
            row = 1 << shift;
            step = tilePitch;
          }
          const tileC = c + <usize>i * cPitch + ((<usize>j) << shift);
          tileOf(tall, vectors, k, tileA, row, step, panel, panelStep, tileC, cPitch, height, columns, begin, adds, 1, 0);
        }
      }
    }
  }
}

/** The rows i0 … i1 of A, tile after tile. */
function packTiles(k: i32, i0: i32, i1: i32, a: usize, aRow: usize, aStep: usize, to: usize): void {
  for (let i = i0, tall: i32 = 0; i < i1; i += tall) {
    tall = tallOf(i1 - i);
    packTile(k, min(tall, i1 - i), a + <usize>i * aRow, aRow, aStep, to);
    to += <usize>k * tilePitch;
  }
}

/** Rows of the next tile where so many are left: they end in low tiles that leave the fewest rows empty. */
export function tallOf(left: i32): i32 {
  return left <= lowRows || left === 7 || left === 8 ? lowRows : tileRows;
}

/**
 * A tile of C, of which `height` rows and `columns` are there: it starts from C where it `adds`, else from `start`, a row, or 0
 * for none.
 */
// @ts-expect-error: decorator
@inline
export function tileOf(
  tall: i32,
  vectors: i32,
  K: i32,
  a: usize,
  row: usize,
  step: usize,
  panel: usize,
  panelStep: usize,
  c: usize,
  cPitch: usize,
  height: i32,
  columns: i32,
  start: usize,
  adds: bool,
  runs: i32,
  jump: usize,
): void {
  if (height === tall && columns === vectors * lanes) {
    const from = adds ? c : start === 0 ? zeros : start;
    times(tall, vectors, K, a, row, step, panel, panelStep, c, cPitch, from, adds ? cPitch : 0, runs, jump);
  } else partOf(tall, vectors, K, a, row, step, panel, panelStep, c, cPitch, height, columns, start, adds, runs, jump);
}

/** The same by way of a tile in the scratch memory. */
function partOf(
  tall: i32,
  vectors: i32,
  K: i32,
  a: usize,
  row: usize,
  step: usize,
  panel: usize,
  panelStep: usize,
  c: usize,
  cPitch: usize,
  height: i32,
  columns: i32,
  start: usize,
  adds: bool,
  runs: i32,
  jump: usize,
): void {
  const tile = scratch();
  const width = <usize>vectors << 4;
  const bytes = (<usize>columns) << shift;
  let from = zeros;
  if (adds || start !== 0) {
    from = tile;
    if (adds) copyTile(c, cPitch, tile, width, height, bytes);
    else copyRun(start, tile, tile + bytes);
  }
  times(tall, vectors, K, a, row, step, panel, panelStep, tile, width, from, adds ? width : 0, runs, jump);
  copyTile(tile, width, c, cPitch, height, bytes);
}

function copyTile(from: usize, fromPitch: usize, to: usize, toPitch: usize, rows: i32, bytes: usize): void {
  for (let r = 0; r < rows; r++) {
    copyRun(from, to, to + bytes);
    from += fromPitch;
    to += toPitch;
  }
}
