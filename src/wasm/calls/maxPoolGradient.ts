import { first, last, scratch } from '../share';
import { address, whole } from '../slots';
import { lanes, Real, shift } from '../variants/real';
import {
  besides,
  channels,
  columnAt,
  dilationH,
  dilationW,
  inH,
  inputSize,
  inside,
  inW,
  kH,
  kW,
  outH,
  outputSize,
  outW,
  rowAt,
  strideH,
  strideW,
} from '../window/window';

/**
 * dX = dA at the pixels that were the largest, or added to what is there.
 * [window, dA, places, dX, add, numbers of an example's places, bytes of a place]
 */
export function maxPoolGradient(call: usize, m: i32): void {
  const dA = address(call, besides);
  const places = address(call, besides + 1);
  const dX = address(call, besides + 2);
  const outBytes = <usize>inputSize(call) << shift;
  const inBytes = <usize>outputSize(call) << shift;
  const placeBytes = <usize>whole(call, besides + 4) << shift;
  const add = whole(call, besides + 3) !== 0;
  const apart = !add && areApart(call);
  const end = last(m, 1);
  for (let i = <usize>first(m, 1); i < <usize>end; i++) {
    const to = dX + i * outBytes;
    if (apart) {
      ofTiles(call, dA + i * inBytes, places + i * placeBytes, to);
      continue;
    }
    if (!add) memory.fill(to, 0, outBytes);
    ofExample(call, dA + i * inBytes, places + i * placeBytes, to);
  }
}

function ofExample(call: usize, dA: usize, places: usize, dX: usize): void {
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const size = <usize>whole(call, besides + 5);
  const width = kW(call);
  const down = <usize>dilationH(call) * line;
  const right = <usize>dilationW(call) * pixel;
  // how far each place of the kernel lies from its first: a division takes longer than all else
  const offsets = scratch();
  const count = size === 1 ? kH(call) * width : 0;
  for (let place = 0; place < count; place++) {
    const i = place / width;
    store<usize>(offsets + ((<usize>place) << 2), <usize>i * down + <usize>(place - i * width) * right);
  }
  let from = dA;
  let chosen = places;
  for (let y = 0; y < outH(call); y++) {
    const row = rowAt(call, y);
    for (let x = 0; x < outW(call); x++) {
      const column = columnAt(call, x);
      const corner = dX + <usize>(row * inW(call) + column) * pixel;
      for (let c: usize = 0; c < pixel; c += 1 << shift) {
        let to = corner + c;
        if (size === 1) to += load<usize>(offsets + ((<usize>load<u8>(chosen)) << 2));
        else {
          const place = load<i32>(chosen);
          const i = place / width;
          to += <usize>i * down + <usize>(place - i * width) * right;
        }
        store<Real>(to, load<Real>(to) + load<Real>(from));
        chosen += size;
        from += 1 << shift;
      }
    }
  }
}

/** Whether each pixel is under one place of one position, and four of what was chosen are four bytes. */
function areApart(call: usize): bool {
  const bytes = lanes === 4 && whole(call, besides + 5) === 1 && (channels(call) & 3) === 0;
  return bytes && inside(call) && strideH(call) === kH(call) && strideW(call) === kW(call);
}

/** Then every pixel is written once, one after the other: dA where it was chosen, else 0. */
function ofTiles(call: usize, dA: usize, places: usize, dX: usize): void {
  const pixel = <usize>channels(call) << shift;
  const tileRow = <usize>outW(call) * pixel;
  const covered = <usize>(outW(call) * kW(call)) * pixel;
  const line = <usize>inW(call) * pixel;
  let to = dX;
  for (let y = 0; y < outH(call); y++) {
    const after = dA + tileRow;
    for (let i = 0; i < kH(call); i++) {
      let at = to;
      let chosen = places;
      for (let from = dA; from < after; from += pixel) {
        for (let j = 0; j < kW(call); j++) {
          const place = i32x4.splat(i * kW(call) + j);
          for (let c: usize = 0; c < pixel; c += 16) {
            const bytes = i16x8.extend_low_i8x16_u(v128.load32_zero(chosen + (c >> shift)));
            const here = i32x4.eq(i32x4.extend_low_i16x8_u(bytes), place);
            v128.store(at, v128.and(v128.load(from + c), here));
            at += 16;
          }
        }
        chosen += pixel >> shift;
      }
      memory.fill(at, 0, line - covered);
      to += line;
    }
    dA = after;
    places += tileRow >> shift;
  }
  memory.fill(to, 0, <usize>(inH(call) - outH(call) * kH(call)) * line);
}
