import { lane, put } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { lanes, Real, shift } from '../variants/real';
import {
  besides,
  channels,
  columnAt,
  dilationH,
  dilationW,
  firstInside,
  inH,
  inputSize,
  inside,
  inW,
  kH,
  kW,
  lastInside,
  outH,
  outputSize,
  outW,
  rowAt,
  strideH,
  strideW,
} from '../window/window';

/**
 * A = the largest of what lies under the kernel, or NaN where there is one, and the place it came from, in a byte or four.
 * [window, X, A, places, numbers of an example's places, bytes of a place]
 */
export function maxPool(call: usize, m: i32): void {
  const X = address(call, besides);
  const A = address(call, besides + 1);
  const places = address(call, besides + 2);
  const inBytes = <usize>inputSize(call) << shift;
  const outBytes = <usize>outputSize(call) << shift;
  const placeBytes = <usize>whole(call, besides + 3) << shift;
  const bytes = lanes === 4 && whole(call, besides + 4) === 1 && (channels(call) & 3) === 0;
  const square = bytes && kH(call) === 2 && kW(call) === 2 && inside(call);
  const end = last(m, 1);
  for (let i = <usize>first(m, 1); i < <usize>end; i++) {
    if (square) ofSquares(call, X + i * inBytes, A + i * outBytes, places + i * placeBytes);
    else ofExample(call, X + i * inBytes, A + i * outBytes, places + i * placeBytes);
  }
}

/** The largest of two by two, which is what most pools are of: of each row's pair, and of the two that are left. */
function ofSquares(call: usize, X: usize, A: usize, places: usize): void {
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const step = <usize>strideW(call) * pixel;
  const one = i32x4.splat(1);
  let to = A;
  let chosen = places;
  for (let y = 0; y < outH(call); y++) {
    let corner = X + <usize>(y * strideH(call)) * line;
    for (let x = 0; x < outW(call); x++) {
      const after = corner + pixel;
      for (let at = corner; at < after; at += 16) {
        const a = v128.load(at);
        const b = v128.load(at + pixel);
        const c = v128.load(at + line);
        const d = v128.load(at + line + pixel);
        const right = larger(b, a);
        const top = v128.bitselect(b, a, right);
        const lowerRight = larger(d, c);
        const bottom = v128.bitselect(d, c, lowerRight);
        const below = larger(bottom, top);
        v128.store(to, v128.bitselect(bottom, top, below));
        // a comparison that holds is −1
        const row = v128.bitselect(lowerRight, right, below);
        const where = i32x4.sub(v128.and(i32x4.shl(one, 1), below), row);
        const short = i16x8.narrow_i32x4_s(where, where);
        store<i32>(chosen, i32x4.extract_lane(i8x16.narrow_i16x8_u(short, short), 0));
        to += 16;
        chosen += 4;
      }
      corner += step;
    }
  }
}

/** Where a value takes the place of one before it: a NaN does, which isn't equal to itself, and keeps it. */
// @ts-expect-error: decorator
@inline
function larger(value: v128, before: v128): v128 {
  return v128.or(v128.gt<Real>(value, before), v128.ne<Real>(value, value));
}

function ofExample(call: usize, X: usize, A: usize, places: usize): void {
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const down = <usize>dilationH(call) * line;
  const right = <usize>dilationW(call) * pixel;
  const size = <usize>whole(call, besides + 4);
  const kernelWidth = kW(call);
  const width = inW(call);
  const across = outW(call);
  const reach = (kernelWidth - 1) * dilationW(call);
  let to = A;
  let chosen = places;
  for (let y = 0; y < outH(call); y++) {
    const row = rowAt(call, y);
    const top = firstInside(row, dilationH(call));
    const bottom = lastInside(row, dilationH(call), kH(call), inH(call));
    const start = X + <usize>(row + top * dilationH(call)) * line;
    for (let x = 0; x < across; x++) {
      const column = columnAt(call, x);
      let left = 0;
      let after = kernelWidth;
      if (column < 0 || column + reach >= width) {
        left = firstInside(column, dilationW(call));
        after = lastInside(column, dilationW(call), kernelWidth, width);
      }
      const corner = start + <usize>(column + left * dilationW(call)) * pixel;
      const end = to + pixel;
      let from = corner;
      for (; to < end; to += 16, from += 16) {
        let most = v128.splat<Real>(-Infinity);
        // as numbers: they are compared and chosen in lanes as wide; of nothing but −∞ the first that isn't padding
        let where = v128.splat<Real>(<Real>(top * kernelWidth + left));
        let place = where;
        let at = from;
        for (let i = top; i < bottom; i++) {
          let v = at;
          for (let j = left; j < after; j++) {
            const value = v128.load(v);
            const chooses = larger(value, most);
            most = v128.bitselect(value, most, chooses);
            where = v128.bitselect(place, where, chooses);
            place = v128.add<Real>(place, v128.splat<Real>(1));
            v += right;
          }
          place = v128.add<Real>(place, v128.splat<Real>(<Real>(kernelWidth - after + left)));
          at += down;
        }
        put(most, to, end);
        const count = min(lanes, <i32>((end - to) >> shift));
        if (lanes === 4 && size === 1 && count === 4) {
          const short = i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(where), where);
          store<i32>(chosen, i32x4.extract_lane(i8x16.narrow_i16x8_u(short, short), 0));
          chosen += 4;
        } else {
          for (let k = 0; k < count; k++) {
            const at = <i32>lane(where, k);
            if (size === 1) store<u8>(chosen, <u8>at);
            else store<i32>(chosen, at);
            chosen += size;
          }
        }
      }
      to = end;
    }
  }
}
