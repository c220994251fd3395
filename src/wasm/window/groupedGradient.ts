import { packRows } from '../gemm/pack';
import { tileColumns, tileVectors } from '../gemm/tile';
import { tallOf, tileOf } from '../gemm/tiled';
import { meet } from '../meet';
import { lane } from '../row';
import { first, last, partials } from '../share';
import { lanes, Real, shift } from '../variants/real';
import { covered } from './framed';
import { otherRoom, pictureRoom, room } from './rooms';
import { channels, dilationH, kH, kW, outH, outW, reach, strideH, strideW, wide } from './window';

/** How many groups there are, at least and at most, and numbers that all of them hold together (src/core/kernels/wasm/wasmKernels.ts). */
const fewestGroups: i32 = 4;
const mostGroups: i32 = 16;
const mostNumbers: i32 = 1 << 20;
/** Bytes of the widest row of a panel. */
const panelRow: i32 = 64;
/** Places at a time, whose gradients stay in the first cache. */
const atATime: i32 = 256;

/**
 * dW = dZ∗X, or added, of a convolution without laying anything out, by groups of examples: each group's sum is made by one
 * thread, and then they are added up. How many groups there are follows from the sizes alone, so that no sum depends on the
 * number of threads. A sum is made turned round, (kH·kW·channels, N): what the kernel covers at places beside each other is
 * read from the framed picture, a step apart, and rows of places are runs. False where the examples are too few or the sums too large, or a row of the
 * picture or of places has no room; then nothing is done.
 */
export function groupedGradient(window: usize, m: i32, x: usize, dz: usize, N: i32, dw: usize, add: bool): bool {
  const down = outH(window);
  const rowBytes = <usize>(wide(window) * channels(window)) << shift;
  const most = room / <i32>rowBytes - reach(window);
  const K = kH(window) * kW(window) * channels(window);
  const groups = min(min(m, mostGroups), mostNumbers / (K * N));
  // a row of places is a panel at once, of tiles of any width
  if (groups < fewestGroups || most < 0 || outW(window) > room / panelRow) return false;
  const chunk = most / strideH(window) + 1;
  const sumBytes = <usize>(K * N) << shift;
  const gradientBytes = <usize>(outW(window) * N) << shift;
  const stride = <usize>strideH(window) * rowBytes;
  const deep = max(1, atATime / outW(window));
  const end = last(groups, 1);
  for (let group = first(groups, 1); group < end; group++) {
    const sums = partials() + <usize>group * sumBytes;
    const after = (m * (group + 1)) / groups;
    let adds = false;
    for (let example = (m * group) / groups; example < after; example++) {
      for (let i0 = 0; i0 < down; i0 += chunk) {
        const rows = min(chunk, down - i0);
        covered(window, x, example, i0, rows, pictureRoom());
        for (let i = 0; i < rows; i += deep) {
          const gradients = dz + <usize>(example * down + i0 + i) * gradientBytes;
          const picture = pictureRoom() + <usize>i * stride;
          ofRows(window, picture, rowBytes, gradients, min(deep, rows - i), N, sums, adds);
          adds = true;
        }
      }
    }
  }
  meet();
  addUp(groups, sumBytes, K, N, dw, add);
  return true;
}

/** Some rows of places: tile after tile of the sums, with a panel of the gradients. */
function ofRows(
  window: usize,
  picture: usize,
  rowBytes: usize,
  gradients: usize,
  rows: i32,
  N: i32,
  sums: usize,
  adds: bool,
): void {
  const across = outW(window);
  const run = kW(window) * channels(window);
  const step = <usize>(strideW(window) * channels(window)) << shift;
  const jump = <usize>strideH(window) * rowBytes - <usize>across * step;
  const nextRow = <usize>dilationH(window) * rowBytes;
  const pixel = <usize>N << shift;
  for (let n = 0; n < N; n += tileColumns()) {
    const columns = min(tileColumns(), N - n);
    const vectors = tileVectors(columns);
    let panel = gradients;
    let panelStep = pixel;
    if (N > tileColumns()) {
      panel = otherRoom();
      panelStep = <usize>vectors << 4;
      packRows(rows * across, columns, vectors, gradients + (<usize>n << shift), pixel, panel);
    }
    for (let u = 0; u < kH(window); u++) {
      for (let t = 0, tall: i32 = 0; t < run; t += tall) {
        tall = tallOf(run - t);
        const at = picture + <usize>u * nextRow + (<usize>t << shift);
        const to = sums + <usize>(u * run + t) * pixel + (<usize>n << shift);
        const height = min(tall, run - t);
        tileOf(tall, vectors, across, at, 1 << shift, step, panel, panelStep, to, pixel, height, columns, 0, adds, rows, jump);
      }
    }
  }
}

/** dW (N, K) = the sums (K, N) of all groups, or added: this thread's share. */
function addUp(groups: i32, sumBytes: usize, K: i32, N: i32, dw: usize, add: bool): void {
  const end = last(K, 1);
  for (let k = first(K, 1); k < end; k++) {
    for (let n = 0; n < N; n += lanes) {
      let from = partials() + (<usize>(k * N + n) << shift);
      let sum = v128.load(from);
      for (let group = 1; group < groups; group++) {
        from += sumBytes;
        sum = v128.add<Real>(sum, v128.load(from));
      }
      const count = min(lanes, N - n);
      for (let l = 0; l < count; l++) {
        const to = dw + (<usize>((n + l) * K + k) << shift);
        store<Real>(to, add ? load<Real>(to) + lane(sum, l) : lane(sum, l));
      }
    }
  }
}
