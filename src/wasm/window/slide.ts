import { packColumns, packRows } from '../gemm/pack';
import { tileColumns, tileVectors } from '../gemm/tile';
import { tallOf, tileOf } from '../gemm/tiled';
import { first, last } from '../share';
import { lanes, shift } from '../variants/real';
import { covered } from './framed';
import { otherRoom, pictureRoom, room } from './rooms';
import { channels, dilationH, kH, kW, outH, outW, reach, strideH, strideW, wide } from './window';

/**
 * A convolution without laying anything out: what the kernel covers at six places beside each other are six rows of a product
 * that lie a step of the kernel apart in the picture itself. Rows of the kernel are runs of the row of a product.
 *
 * X (m, inH, inW, inC), Z (m, outH, outW, N): Z = start + W∗X, or Z += W∗X. W is (N, kH·kW·inC), or `turned` (inC, kH·kW·N), from
 * whose end it is read: for the gradient by the input. Only where the kernel's columns lie beside each other. False where a row
 * of the picture has no room; then nothing is done.
 */
export function slide(
  window: usize,
  m: i32,
  x: usize,
  w: usize,
  turned: bool,
  N: i32,
  z: usize,
  start: usize,
  add: bool,
): bool {
  const depth = channels(window);
  const down = outH(window);
  const rowBytes = <usize>(wide(window) * depth) << shift;
  const most = room / <i32>rowBytes;
  const run = kW(window) * depth;
  const K = kH(window) * run;
  const blockColumns = (room / ((K << (<i32>shift)) + 1)) & ~(4 * lanes - 1);
  if (most < reach(window) || blockColumns === 0) return false;
  const chunk = (most - reach(window)) / strideH(window) + 1;
  const end = last(m * down, 1);
  const stride = <usize>strideH(window) * rowBytes;
  const zRow = <usize>(outW(window) * N) << shift;
  for (let n0 = 0; n0 < N; n0 += blockColumns) {
    const n1 = min(N, n0 + blockColumns);
    pack(w, turned, N, K, kH(window) * kW(window), depth, n0, n1);
    for (let r = first(m * down, 1); r < end; ) {
      const example = r / down;
      const i0 = r - example * down;
      const rows = min(min(down - i0, end - r), chunk);
      covered(window, x, example, i0, rows, pictureRoom());
      // a panel of kernels stays in the first cache while the rows go by
      let panel = otherRoom();
      for (let n = n0; n < n1; n += tileColumns()) {
        const columns = min(tileColumns(), n1 - n);
        const at = <usize>n << shift;
        let picture = pictureRoom();
        let to = z + <usize>r * zRow + at;
        for (let i = 0; i < rows; i++) {
          row(window, picture, rowBytes, panel, columns, N, to, start === 0 ? 0 : start + at, add);
          picture += stride;
          to += zRow;
        }
        panel += <usize>K * (<usize>tileVectors(columns) << 4);
      }
      r += rows;
    }
  }
  return true;
}

/** The kernels n0 … n1 as panels, each for all of K. */
function pack(w: usize, turned: bool, N: i32, K: i32, taps: i32, depth: i32, n0: i32, n1: i32): void {
  let panel = otherRoom();
  const most = tileColumns();
  for (let n = n0; n < n1; n += most) {
    const columns = min(most, n1 - n);
    const vectors = tileVectors(columns);
    const panelBytes = <usize>K * (<usize>vectors << 4);
    if (turned) {
      // channels of dZ are rows of W, and the places of the kernel are taken from its end
      const rowPitch = <usize>(taps * N) << shift;
      const tapBytes = <usize>depth * (<usize>vectors << 4);
      for (let tap = 0; tap < taps; tap++) {
        const from = w + (<usize>((taps - 1 - tap) * N + n) << shift);
        packRows(depth, columns, vectors, from, rowPitch, panel + <usize>tap * tapBytes);
      }
    } else {
      const rowPitch = <usize>K << shift;
      packColumns(K, columns, vectors, w + <usize>n * rowPitch, rowPitch, panel);
    }
    panel += panelBytes;
  }
}

/** A row of places, of so many of N kernels. */
function row(
  window: usize,
  a: usize,
  rowBytes: usize,
  panel: usize,
  columns: i32,
  N: i32,
  z: usize,
  start: usize,
  add: bool,
): void {
  const across = outW(window);
  const depth = channels(window);
  const run = kW(window) * depth;
  const runs = kH(window);
  const jump = <usize>dilationH(window) * rowBytes - (<usize>run << shift);
  // rows of a tile beyond the only place read what is there
  const rowStep = across === 1 ? <usize>0 : <usize>(strideW(window) * depth) << shift;
  const vectors = tileVectors(columns);
  const width = <usize>vectors << 4;
  const pitch = <usize>N << shift;
  for (let j = 0, tall: i32 = 0; j < across; j += tall) {
    tall = tallOf(across - j);
    // the last tile makes places of the one before again, where that does no harm
    if (across - j < tall && across >= tall && !add) j = across - tall;
    const height = min(tall, across - j);
    const at = a + <usize>j * rowStep;
    const to = z + <usize>j * pitch;
    tileOf(tall, vectors, run, at, rowStep, 1 << shift, panel, width, to, pitch, height, columns, start, add, runs, jump);
  }
}
