import { product } from '../gemm/product';
import { tiled } from '../gemm/tiled';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { shift } from '../variants/real';
import { block, blockPlaces } from '../window/block';
import { depthwiseInputGradient } from '../window/depthwise';
import { addBack } from '../window/patches';
import { channels, height, kernelHeight, kernelWidth, places, pointwise, readWindow, width } from '../window/window';

/** dX = what W made of X, backwards, or added to what is there. [window, groups, filters, W, dZ, dX, add] */
export function convolveInputGradient(call: usize, m: i32): void {
  readWindow(call);
  const groups = whole(call, 13);
  const filters = whole(call, 14);
  const W = address(call, 15);
  const dZ = address(call, 16);
  const dX = address(call, 17);
  const add = whole(call, 18) !== 0;
  const each = channels / groups;
  const N = filters / groups;
  const K = kernelHeight * kernelWidth * each;
  const rowBytes = (<usize>K) << shift;
  const pitch = (<usize>filters) << shift;
  if (groups === 1 && pointwise()) {
    product(m * places(), K, N, dZ, pitch, 1 << shift, W, rowBytes, false, dX, rowBytes, 0, add);
    return;
  }
  const i0 = first(m, 1);
  const i1 = last(m, 1);
  if (i0 >= i1) return;
  const exampleBytes = (<usize>(height * width * channels)) << shift;
  if (!add) memory.fill(dX + <usize>i0 * exampleBytes, 0, <usize>(i1 - i0) * exampleBytes);
  if (each === 1 && groups > 1) {
    depthwiseInputGradient(W, dZ, dX, filters, i0, i1);
    return;
  }
  const step = blockPlaces(K);
  const end = i1 * places();
  for (let g = 0; g < groups; g++) {
    const w = W + <usize>(g * N) * rowBytes;
    const dz = dZ + ((<usize>(g * N)) << shift);
    for (let q = i0 * places(); q < end; q += step) {
      const count = min(step, end - q);
      tiled(0, count, 0, K, N, dz + <usize>q * pitch, pitch, 1 << shift, w, rowBytes, false, block(), rowBytes, 0, false);
      addBack(block(), rowBytes, q, q + count, g * each, each, dX);
    }
  }
}
