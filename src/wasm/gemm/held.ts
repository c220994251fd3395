// Products with one matrix again and again, as step after step goes on with the same weights: it is packed once, and stays in the
// scratch memory until another is held.
import { scratch } from '../share';
import { shift } from '../variants/real';
import { packColumns, packRows, packTile } from './pack';
import { tileColumns, tileVectors } from './tile';
import { tallOf, tileOf, tiled } from './tiled';

/** Rows of B that a panel has at a time, so that it stays in the first cache. */
const kBlock: i32 = 256;
/** Of the scratch memory, behind what `tiled` uses. */
const begin: usize = 1 << 20;
const room: usize = (3 << 20) - 4096;
/** Where the last rows of A are packed, which don't fill a tile: behind the tile that `tileOf` uses. */
const rest: usize = 1024;

let N: i32 = 0;
let K: i32 = 0;
let from: usize = 0;
let fromPitch: usize = 0;
let fromColumns: bool = false;
let packed: bool = false;

/** Holds B (k, n), laid out as `product` says: B[k][j] at `b + k·pitch + j` or, `transposed`, at `b + j·pitch + k`. */
export function hold(n: i32, k: i32, b: usize, pitch: usize, transposed: bool): void {
  N = n;
  K = k;
  from = b;
  fromPitch = pitch;
  fromColumns = transposed;
  const most = tileColumns();
  const panels = (n + most - 1) / most;
  packed = <u64>panels * <u64>(most * k) << shift <= <u64>room;
  if (!packed) return;
  let to = scratch() + begin;
  for (let k0 = 0; k0 < k; k0 += kBlock) {
    const depth = min(kBlock, k - k0);
    for (let j = 0; j < n; j += most) {
      const columns = min(most, n - j);
      const vectors = tileVectors(columns);
      if (transposed) packColumns(depth, columns, vectors, b + <usize>j * pitch + ((<usize>k0) << shift), pitch, to);
      else packRows(depth, columns, vectors, b + <usize>k0 * pitch + ((<usize>j) << shift), pitch, to);
      to += (<usize>depth * <usize>vectors) << 4;
    }
  }
}

/**
 * C = start + A·B, or C += A·B, for C (M, n), A (M, k) and the B that is held: rows of A are contiguous and `aRow` bytes apart,
 * those of C `cPitch`; `start` is a row, or 0 for none. All of it by this thread. How a row is made doesn't depend on M.
 */
export function heldTimes(M: i32, a: usize, aRow: usize, c: usize, cPitch: usize, start: usize, add: bool): void {
  if (!packed) {
    tiled(0, M, 0, N, K, a, aRow, 1 << shift, from, fromPitch, fromColumns, c, cPitch, start, add);
    return;
  }
  const most = tileColumns();
  let panel = scratch() + begin;
  for (let k0 = 0; k0 < K; k0 += kBlock) {
    const depth = min(kBlock, K - k0);
    const adds = add || k0 > 0;
    const corner = a + ((<usize>k0) << shift);
    for (let j = 0; j < N; j += most) {
      const columns = min(most, N - j);
      const vectors = tileVectors(columns);
      const panelStep = <usize>vectors << 4;
      const first = start === 0 ? <usize>0 : start + ((<usize>j) << shift);
      for (let i = 0, tall: i32 = 0; i < M; i += tall) {
        tall = tallOf(M - i);
        const height = min(tall, M - i);
        let tileA = corner + <usize>i * aRow;
        let row = aRow;
        let step: usize = 1 << shift;
        if (height < tall) {
          // rows beyond the last aren't read
          if (j === 0) packTile(depth, height, tileA, row, step, scratch() + rest);
          tileA = scratch() + rest;
          row = 1 << shift;
          step = 6 << shift;
        }
        const tileC = c + <usize>i * cPitch + ((<usize>j) << shift);
        tileOf(tall, vectors, depth, tileA, row, step, panel, panelStep, tileC, cPitch, height, columns, first, adds, 1, 0);
      }
      panel += (<usize>depth * <usize>vectors) << 4;
    }
  }
}
