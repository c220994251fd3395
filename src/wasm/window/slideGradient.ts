import { tiled } from '../gemm/tiled';
import { first, last } from '../share';
import { shift } from '../variants/real';
import { covered, framed } from './framed';
import { otherRoom, pictureRoom, room } from './rooms';
import { channels, dilationH, kH, kW, outH, outW, reach, strideH, strideW, wide } from './window';

/**
 * dW = dZ∗X, or added, of a convolution without laying anything out. With steps of one, the pixels that a row of the kernel
 * covers lie one pixel further in the framed picture from place to place, and so from the end of a row of places to the next
 * where dZ has zeros between: each row of the kernel is one product over all places of a picture. Otherwise it is one for each
 * row of places. Each thread makes some rows of dW. False where a row of the picture has no room.
 */
export function slideGradient(window: usize, m: i32, x: usize, dz: usize, N: i32, dw: usize, add: bool): bool {
  const depth = channels(window);
  const down = outH(window);
  const across = outW(window);
  const length = wide(window);
  const rowBytes = <usize>(length * depth) << shift;
  const one = strideH(window) === 1 && strideW(window) === 1;
  const pixel = <usize>N << shift;
  const most = min(room / <i32>rowBytes - reach(window), one ? room / <i32>(<usize>length * pixel) - 1 : i32.MAX_VALUE);
  if (most < 0) return false;
  const chunk = max(1, most / strideH(window));
  const n0 = first(N, 4);
  const n1 = last(N, 4);
  if (n0 >= n1) return true;
  const run = kW(window) * depth;
  const K = <usize>(kH(window) * run) << shift;
  const step = <usize>(strideW(window) * depth) << shift;
  let adds = add;
  for (let example = 0; example < m; example++) {
    for (let i0 = 0; i0 < down; i0 += chunk) {
      const rows = min(chunk, down - i0);
      covered(window, x, example, i0, rows, pictureRoom());
      const gradients = dz + <usize>((example * down + i0) * across) * pixel;
      if (one) {
        // zeros where the kernel would lie across two rows
        framed(gradients, rows, across, N, 0, length, 0, rows, otherRoom());
        const count = (rows - 1) * length + across;
        for (let u = 0; u < kH(window); u++) {
          const b = pictureRoom() + <usize>(u * dilationH(window)) * rowBytes;
          tiled(n0, n1, 0, run, count, otherRoom(), 1 << shift, pixel, b, step, false, dw + (<usize>(u * run) << shift), K, 0, adds);
        }
      } else {
        for (let i = 0; i < rows; i++) {
          for (let u = 0; u < kH(window); u++) {
            const b = pictureRoom() + <usize>(i * strideH(window) + u * dilationH(window)) * rowBytes;
            const a = gradients + <usize>(i * across) * pixel;
            tiled(n0, n1, 0, run, across, a, 1 << shift, pixel, b, step, false, dw + (<usize>(u * run) << shift), K, 0, adds || i > 0);
          }
        }
      }
      adds = true;
    }
  }
  return true;
}
