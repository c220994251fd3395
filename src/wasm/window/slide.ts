import { packColumns, packRows } from '../gemm/pack';
import { tileColumns, tileVectors } from '../gemm/tile';
import { tallOf, tileOf } from '../gemm/tiled';
import { first, last } from '../share';
import { lanes, shift } from '../variants/real';
import { framed } from './framed';
import { otherRoom, pictureRoom, room } from './rooms';

/**
 * A convolution without laying anything out: what the kernel covers at six places beside each other are six rows of a product
 * that lie a step of the kernel apart in the picture itself. Rows of the kernel are runs of the row of a product.
 *
 * X (m, height, width, channels), Z (m, down, across, N): Z = start + W∗X, or Z += W∗X. W is (N, kH·kW·channels), or `turned`
 * (channels, kH·kW·N), from whose end it is read: for the gradient by the input. Only where the kernel's columns lie beside
 * each other. False where a row of the picture has no room; then nothing is done.
 */
export function slide(
  m: i32,
  x: usize,
  height: i32,
  width: i32,
  channels: i32,
  kH: i32,
  kW: i32,
  stepDown: i32,
  stepAcross: i32,
  dilation: i32,
  above: i32,
  left: i32,
  down: i32,
  across: i32,
  w: usize,
  turned: bool,
  N: i32,
  z: usize,
  start: usize,
  add: bool,
): bool {
  const wide = (across - 1) * stepAcross + kW;
  const rowBytes = <usize>(wide * channels) << shift;
  const reach = (kH - 1) * dilation + 1;
  const most = room / <i32>rowBytes;
  const K = kH * kW * channels;
  const blockColumns = (room / ((K << (<i32>shift)) + 1)) & ~(4 * lanes - 1);
  if (most < reach || blockColumns === 0) return false;
  const chunk = (most - reach) / stepDown + 1;
  const r0 = first(m * down, 1);
  const r1 = last(m * down, 1);
  const exampleBytes = <usize>(height * width * channels) << shift;
  const pitch = <usize>N << shift;
  const run = kW * channels;
  for (let n0 = 0; n0 < N; n0 += blockColumns) {
    const n1 = min(N, n0 + blockColumns);
    pack(w, turned, N, K, kH * kW, channels, n0, n1);
    for (let r = r0; r < r1; ) {
      const example = r / down;
      const i0 = r - example * down;
      const rows = min(min(down - i0, r1 - r), chunk);
      const y0 = i0 * stepDown - above;
      framed(x + <usize>example * exampleBytes, height, width, channels, left, wide, y0, y0 + (rows - 1) * stepDown + reach, pictureRoom());
      // a panel of kernels stays in the first cache while the rows go by
      let panel = otherRoom();
      for (let n = n0; n < n1; n += tileColumns()) {
        const columns = min(tileColumns(), n1 - n);
        const vectors = tileVectors(columns);
        for (let i = 0; i < rows; i++) {
          row(
            pictureRoom() + <usize>(i * stepDown) * rowBytes,
            // rows of a tile beyond the only place read what is there
            across === 1 ? 0 : <usize>(stepAcross * channels) << shift,
            run,
            kH,
            <usize>dilation * rowBytes - (<usize>run << shift),
            panel,
            vectors,
            columns,
            z + <usize>((r + i) * across) * pitch + (<usize>n << shift),
            across,
            pitch,
            start === 0 ? 0 : start + (<usize>n << shift),
            add,
          );
        }
        panel += <usize>K * (<usize>vectors << 4);
      }
      r += rows;
    }
  }
  return true;
}

/** The kernels n0 … n1 as panels, each for all of K. */
function pack(w: usize, turned: bool, N: i32, K: i32, taps: i32, channels: i32, n0: i32, n1: i32): void {
  let panel = otherRoom();
  const most = tileColumns();
  for (let n = n0; n < n1; n += most) {
    const columns = min(most, n1 - n);
    const vectors = tileVectors(columns);
    const panelBytes = <usize>K * (<usize>vectors << 4);
    if (turned) {
      // channels of dZ are rows of W, and the places of the kernel are taken from its end
      const rowPitch = <usize>(taps * N) << shift;
      const tapBytes = <usize>channels * (<usize>vectors << 4);
      for (let tap = 0; tap < taps; tap++) {
        const from = w + (<usize>((taps - 1 - tap) * N + n) << shift);
        packRows(channels, columns, vectors, from, rowPitch, panel + <usize>tap * tapBytes);
      }
    } else {
      const rowPitch = <usize>K << shift;
      packColumns(K, columns, vectors, w + <usize>n * rowPitch, rowPitch, panel);
    }
    panel += panelBytes;
  }
}

/** A row of places, of so many kernels. */
function row(
  a: usize,
  rowStep: usize,
  run: i32,
  runs: i32,
  jump: usize,
  panel: usize,
  vectors: i32,
  columns: i32,
  z: usize,
  across: i32,
  pitch: usize,
  start: usize,
  add: bool,
): void {
  const width = <usize>vectors << 4;
  for (let j = 0, tall: i32 = 0; j < across; j += tall) {
    tall = tallOf(across - j);
    // the last tile makes places of the one before again, where that does no harm
    if (across - j < tall && across >= tall && !add) j = across - tall;
    const height = min(tall, across - j);
    const at = a + <usize>j * rowStep;
    tileOf(tall, vectors, run, at, rowStep, 1 << shift, panel, width, z + <usize>j * pitch, pitch, height, columns, start, add, runs, jump);
  }
}
