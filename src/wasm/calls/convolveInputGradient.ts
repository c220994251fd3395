import { product } from '../gemm/product';
import { tileRows } from '../gemm/tile';
import { tiled } from '../gemm/tiled';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { shift } from '../variants/real';
import { block, blockPlaces } from '../window/block';
import { addBack } from '../window/patches';
import { besideRooms } from '../window/rooms';
import { slide } from '../window/slide';
import { turnedRound } from '../window/turnedRound';
import { besides, channels, dilationW, inH, inW, kH, kW, pointwise, positions, strideH, strideW } from '../window/window';

/** dX = what W made of X, backwards, or added to what is there. [window, groups, filters, W, dZ, dX, add] */
export function convolveInputGradient(call: usize, m: i32): void {
  const groups = whole(call, besides);
  const filters = whole(call, besides + 1);
  const W = address(call, besides + 2);
  const dZ = address(call, besides + 3);
  const dX = address(call, besides + 4);
  const add = whole(call, besides + 5) !== 0;
  const each = channels(call) / groups;
  const N = filters / groups;
  const K = kH(call) * kW(call) * each;
  const rowBytes = (<usize>K) << shift;
  const pitch = (<usize>filters) << shift;
  if (groups === 1 && pointwise(call)) {
    product(m * positions(call), K, N, dZ, pitch, 1 << shift, W, rowBytes, false, dX, rowBytes, 0, add);
    return;
  }
  // with steps of one it is a convolution itself, of dZ by the kernels turned round
  const one = dilationW(call) === 1 && strideH(call) === 1 && strideW(call) === 1;
  if (groups === 1 && one && slides(call, each, N)) {
    const window = turnedRound(call, filters, besideRooms());
    if (slide(window, m, dZ, W, true, each, dX, 0, add)) return;
  }
  const i0 = first(m, 1);
  const i1 = last(m, 1);
  if (i0 >= i1) return;
  const exampleBytes = (<usize>(inH(call) * inW(call) * channels(call))) << shift;
  if (!add) memory.fill(dX + <usize>i0 * exampleBytes, 0, <usize>(i1 - i0) * exampleBytes);
  const step = blockPlaces(K);
  const end = i1 * positions(call);
  for (let g = 0; g < groups; g++) {
    const w = W + <usize>(g * N) * rowBytes;
    const dz = dZ + ((<usize>(g * N)) << shift);
    for (let q = i0 * positions(call); q < end; q += step) {
      const count = min(step, end - q);
      tiled(0, count, 0, K, N, dz + <usize>q * pitch, pitch, 1 << shift, w, rowBytes, false, block(), rowBytes, 0, false);
      addBack(call, block(), rowBytes, q, q + count, g * each, each, dX);
    }
  }
}

/**
 * Whether that is quicker than to lay out what W makes of dZ and to add it to dX. A tile of few columns is as slow as one of ten;
 * to add takes as long as six products; and there are fewer places where the pictures shrank.
 */
function slides(call: usize, each: i32, N: i32): bool {
  if (inW(call) < tileRows && each >= 32) return false;
  const columns = each <= 8 ? 10 : each;
  return inH(call) * inW(call) * N * columns < positions(call) * each * (N + 6);
}
