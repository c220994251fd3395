import { product } from '../gemm/product';
import { rowsTimes } from '../gemm/rowsTimes';
import { tileColumns, tileRows } from '../gemm/tile';
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
  // few places, each thread some kernels; many, each some places
  const few = groups === 1 && all <= min(N, step);
  const begin = few ? 0 : first(all, 1);
  const end = few ? all : last(all, 1);
  const n0 = few ? first(N, tileColumns()) : 0;
  const n1 = few ? last(N, tileColumns()) : N;
  if (n0 >= n1) return;
  for (let g = 0; g < groups; g++) {
    const w = W + (<usize>(g * N + n0) * width);
    const start = b === 0 ? <usize>0 : b + ((<usize>(g * N + n0)) << shift);
    const z = Z + ((<usize>(g * N + n0)) << shift);
    for (let q = begin; q < end; q += step) {
      const count = min(step, end - q);
      layOut(call, X, q, q + count, g * each, each, 0, K, block(), width);
      rowsTimes(count, n1 - n0, K, block(), w, z + <usize>q * pitch, pitch, start);
    }
  }
}
