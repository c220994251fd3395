import { tiled } from '../gemm/tiled';
import { first, last } from '../share';
import { shift } from '../variants/real';
import { framed } from './framed';
import { otherRoom, pictureRoom, room } from './rooms';

/**
 * dW = dZ∗X, or added, of a convolution without laying anything out. With steps of one, the pixels that a row of the kernel
 * covers lie one pixel further in the framed picture from place to place, and so from the end of a row of places to the next
 * where dZ has zeros between: each row of the kernel is one product over all places of a picture. Otherwise it is one for each
 * row of places. Each thread makes some rows of dW. False where a row of the picture has no room.
 */
export function slideGradient(
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
  dz: usize,
  N: i32,
  dw: usize,
  add: bool,
): bool {
  const wide = (across - 1) * stepAcross + kW;
  const rowBytes = <usize>(wide * channels) << shift;
  const reach = (kH - 1) * dilation + 1;
  const one = stepDown === 1 && stepAcross === 1;
  const pixel = <usize>N << shift;
  const most = min(room / <i32>rowBytes - reach, one ? room / <i32>(<usize>wide * pixel) - 1 : i32.MAX_VALUE);
  if (most < 0) return false;
  const chunk = max(1, most / stepDown);
  const n0 = first(N, 4);
  const n1 = last(N, 4);
  if (n0 >= n1) return true;
  const run = kW * channels;
  const K = <usize>(kH * run) << shift;
  const exampleBytes = <usize>(height * width * channels) << shift;
  const step = <usize>(stepAcross * channels) << shift;
  let adds = add;
  for (let example = 0; example < m; example++) {
    for (let i0 = 0; i0 < down; i0 += chunk) {
      const rows = min(chunk, down - i0);
      const y0 = i0 * stepDown - above;
      framed(x + <usize>example * exampleBytes, height, width, channels, left, wide, y0, y0 + (rows - 1) * stepDown + reach, pictureRoom());
      const gradients = dz + <usize>((example * down + i0) * across) * pixel;
      if (one) {
        // zeros where the kernel would lie across two rows
        framed(gradients, rows, across, N, 0, wide, 0, rows, otherRoom());
        const count = (rows - 1) * wide + across;
        for (let u = 0; u < kH; u++) {
          const b = pictureRoom() + <usize>(u * dilation) * rowBytes;
          tiled(n0, n1, 0, run, count, otherRoom(), 1 << shift, pixel, b, step, false, dw + (<usize>(u * run) << shift), K, 0, adds);
        }
      } else {
        for (let i = 0; i < rows; i++) {
          for (let u = 0; u < kH; u++) {
            const b = pictureRoom() + <usize>(i * stepDown + u * dilation) * rowBytes;
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
