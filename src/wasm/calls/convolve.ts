import { product } from '../gemm/product';
import { rowsTimes } from '../gemm/rowsTimes';
import { tileColumns, tileRows } from '../gemm/tile';
import { tiled } from '../gemm/tiled';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { shift } from '../variants/real';
import { block, blockPlaces } from '../window/block';
import { layOut } from '../window/patches';
import { slide } from '../window/slide';
import { besides, channels, dilationW, kH, kW, outW, pointwise, positions } from '../window/window';

/** Z = W∗X + b. [window, groups, filters, W, b or 0, X, Z] */
export function convolve(call: usize, m: i32): void {
  const groups = whole(call, besides);
  const filters = whole(call, besides + 1);
  const W = address(call, besides + 2);
  const b = address(call, besides + 3);
  const X = address(call, besides + 4);
  const Z = address(call, besides + 5);
  const each = channels(call) / groups;
  const all = m * positions(call);
  const N = filters / groups;
  const K = kH(call) * kW(call) * each;
  const width = (<usize>K) << shift;
  const pitch = (<usize>filters) << shift;
  if (groups === 1 && pointwise(call)) {
    product(all, N, K, X, width, 1 << shift, W, width, true, Z, pitch, b, false);
    return;
  }
  // unless a row of places fills no tile of many kernels
  const fills = N > 2 && (outW(call) >= tileRows || N < 32);
  if (groups === 1 && fills && dilationW(call) === 1 && slide(call, m, X, W, false, N, Z, b, false)) return;
  const step = blockPlaces(K);
  // of few places each thread makes some kernels
  if (groups === 1 && N >= 32 && all <= min(N, step)) {
    layOut(call, X, 0, all, 0, each, 0, K, block(), width);
    const unit = tileColumns();
    tiled(0, all, first(N, unit), last(N, unit), K, block(), width, 1 << shift, W, width, true, Z, pitch, b, false);
    return;
  }
  const end = last(all, 1);
  for (let g = 0; g < groups; g++) {
    const w = W + (<usize>(g * N) * width);
    const start = b === 0 ? <usize>0 : b + ((<usize>(g * N)) << shift);
    const z = Z + ((<usize>(g * N)) << shift);
    for (let q = first(all, 1); q < end; q += step) {
      const count = min(step, end - q);
      layOut(call, X, q, q + count, g * each, each, 0, K, block(), width);
      rowsTimes(count, N, K, block(), w, z + <usize>q * pitch, pitch, start);
    }
  }
}
