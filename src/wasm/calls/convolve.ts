import { product } from '../gemm/product';
import { rowsTimes } from '../gemm/rowsTimes';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { shift } from '../variants/real';
import { block, blockPlaces } from '../window/block';
import { depthwise } from '../window/depthwise';
import { layOut } from '../window/patches';
import { channels, kernelHeight, kernelWidth, places, pointwise, readWindow } from '../window/window';

/** Z = W∗X + b. [window, groups, filters, W, b or 0, X, Z] */
export function convolve(call: usize, m: i32): void {
  readWindow(call);
  const groups = whole(call, 13);
  const filters = whole(call, 14);
  const W = address(call, 15);
  const b = address(call, 16);
  const X = address(call, 17);
  const Z = address(call, 18);
  const each = channels / groups;
  const all = m * places();
  if (each === 1 && groups > 1) {
    depthwise(W, b, X, Z, filters, m);
    return;
  }
  const N = filters / groups;
  const K = kernelHeight * kernelWidth * each;
  const width = (<usize>K) << shift;
  const pitch = (<usize>filters) << shift;
  if (groups === 1 && pointwise()) {
    product(all, N, K, X, width, 1 << shift, W, width, true, Z, pitch, b, false);
    return;
  }
  const end = last(all, 1);
  const step = blockPlaces(K);
  for (let g = 0; g < groups; g++) {
    const w = W + (<usize>(g * N) * width);
    const start = b === 0 ? <usize>0 : b + ((<usize>(g * N)) << shift);
    const z = Z + ((<usize>(g * N)) << shift);
    for (let q = first(all, 1); q < end; q += step) {
      const count = min(step, end - q);
      layOut(X, q, q + count, g * each, each, 0, K, block(), width);
      rowsTimes(count, N, K, block(), w, z + <usize>q * pitch, pitch, start);
    }
  }
}
