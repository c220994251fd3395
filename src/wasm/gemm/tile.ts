import { lanes } from '../variants/real';
import { micro, microLow } from './micro';
import { microWide, microWideLow } from './microWide';

/** Rows of a tile, and of a low one, of which the last rows of C are made, so that few are computed for nothing. */
export const tileRows: i32 = 6;
export const lowRows: i32 = 4;

/** A row of nothing, which the sums of a tile start from. */
export const zeros: usize = memory.data(64, 64);

/** Whether V8 packs pairs of vectors, so that the wide tile is the quicker (src/platform/kernels/trialProcess.ts). */
let wide: bool = false;

export function widen(yes: bool): void {
  wide = yes;
}

/** Vectors of columns in a tile where so many columns are left. */
export function tileVectors(columns: i32): i32 {
  return wide && columns > 2 * lanes ? 4 : 2;
}

/** The most columns of a tile. */
export function tileColumns(): i32 {
  return wide ? 4 * lanes : 2 * lanes;
}

/** A tile of `rows` rows and `vectors` vectors of columns: see `micro`. */
// @ts-expect-error: decorator
@inline
export function times(
  rows: i32,
  vectors: i32,
  K: i32,
  a: usize,
  row: usize,
  step: usize,
  panel: usize,
  panelStep: usize,
  c: usize,
  pitch: usize,
  from: usize,
  fromPitch: usize,
  runs: i32 = 1,
  jump: usize = 0,
): void {
  if (vectors === 4) {
    if (rows === tileRows) microWide(K, a, row, step, panel, panelStep, c, pitch, from, fromPitch, runs, jump);
    else microWideLow(K, a, row, step, panel, panelStep, c, pitch, from, fromPitch, runs, jump);
  } else if (rows === tileRows) micro(K, a, row, step, panel, panelStep, c, pitch, from, fromPitch, runs, jump);
  else microLow(K, a, row, step, panel, panelStep, c, pitch, from, fromPitch, runs, jump);
}
