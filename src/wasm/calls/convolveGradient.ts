import { product } from '../gemm/product';
import { tiled } from '../gemm/tiled';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { sumColumns } from '../sumColumns';
import { lanes, shift } from '../variants/real';
import { block, blockPlaces } from '../window/block';
import { layOut } from '../window/patches';
import { groupedGradient } from '../window/groupedGradient';
import { slideGradient } from '../window/slideGradient';
import { besides, channels, dilationW, kH, kW, pointwise, positions } from '../window/window';

/** Where a picture gives no more places, going over a large dW for each picture would take longer than laying them out. */
const fewPlaces: i32 = 64;

/** dW = dZ∗X and db = Σ dZ, or added to what is there. [window, groups, filters, dZ, X, dW, db or 0, add] */
export function convolveGradient(call: usize, m: i32): void {
  const groups = whole(call, besides);
  const filters = whole(call, besides + 1);
  const dZ = address(call, besides + 2);
  const X = address(call, besides + 3);
  const dW = address(call, besides + 4);
  const db = address(call, besides + 5);
  const add = whole(call, besides + 6) !== 0;
  const each = channels(call) / groups;
  const all = m * positions(call);
  if (db !== 0) sumColumns(dZ, filters, all, db, add);
  const N = filters / groups;
  const K = kH(call) * kW(call) * each;
  const width = (<usize>K) << shift;
  const pitch = (<usize>filters) << shift;
  if (groups === 1 && pointwise(call)) {
    product(N, K, all, dZ, 1 << shift, pitch, X, width, false, dW, width, 0, add);
    return;
  }
  if (groups === 1 && dilationW(call) === 1) {
    if (groupedGradient(call, m, X, dZ, N, dW, add)) return;
    if (positions(call) > fewPlaces && slideGradient(call, m, X, dZ, N, dW, add)) return;
  }
  // each thread some columns, so that every sum goes over the places in their order
  const j0 = first(K, lanes);
  const j1 = last(K, lanes);
  if (j0 >= j1) return;
  const columns = (<usize>(j1 - j0)) << shift;
  const step = blockPlaces(K);
  for (let g = 0; g < groups; g++) {
    const dw = dW + <usize>(g * N) * width + ((<usize>j0) << shift);
    for (let q = 0; q < all; q += step) {
      const count = min(step, all - q);
      layOut(call, X, q, q + count, g * each, each, j0, j1, block(), columns);
      const dz = dZ + <usize>q * pitch + ((<usize>(g * N)) << shift);
      tiled(0, N, 0, j1 - j0, count, dz, 1 << shift, pitch, block(), columns, false, dw, width, 0, add || q > 0);
    }
  }
}
