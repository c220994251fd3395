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
  inW,
  kH,
  kW,
  lastInside,
  outH,
  outputSize,
  outW,
  rowAt,
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
  const end = last(m, 1);
  for (let i = <usize>first(m, 1); i < <usize>end; i++) {
    ofExample(call, X + i * inBytes, A + i * outBytes, places + i * placeBytes);
  }
}

function ofExample(call: usize, X: usize, A: usize, places: usize): void {
  const pixel = <usize>channels(call) << shift;
  const line = <usize>inW(call) * pixel;
  const down = <usize>dilationH(call) * line;
  const right = <usize>dilationW(call) * pixel;
  const size = <usize>whole(call, besides + 4);
  let to = A;
  let chosen = places;
  for (let y = 0; y < outH(call); y++) {
    const row = rowAt(call, y);
    const top = firstInside(row, dilationH(call));
    const bottom = lastInside(row, dilationH(call), kH(call), inH(call));
    for (let x = 0; x < outW(call); x++) {
      const column = columnAt(call, x);
      const left = firstInside(column, dilationW(call));
      const after = lastInside(column, dilationW(call), kW(call), inW(call));
      const corner =
        X + <usize>(row + top * dilationH(call)) * line + <usize>(column + left * dilationW(call)) * pixel;
      for (let c = 0; c < channels(call); c += lanes) {
        let most = v128.splat<Real>(-Infinity);
        // as numbers: they are compared and chosen in lanes as wide; of nothing but −∞ the first that isn't padding
        let where = v128.splat<Real>(<Real>(top * kW(call) + left));
        let start = corner + (<usize>c << shift);
        for (let i = top; i < bottom; i++) {
          let at = start;
          for (let j = left; j < after; j++) {
            const v = v128.load(at);
            // a NaN isn't equal to itself
            const larger = v128.or(v128.gt<Real>(v, most), v128.ne<Real>(v, v));
            most = v128.bitselect(v, most, larger);
            where = v128.bitselect(v128.splat<Real>(<Real>(i * kW(call) + j)), where, larger);
            at += right;
          }
          start += down;
        }
        put(most, to + (<usize>c << shift), to + pixel);
        const count = min(lanes, channels(call) - c);
        if (lanes === 4 && size === 1 && count === 4) {
          const short = i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(where), where);
          store<i32>(chosen, i32x4.extract_lane(i8x16.narrow_i16x8_u(short, short), 0));
          chosen += 4;
          continue;
        }
        for (let k = 0; k < count; k++) {
          const place = <i32>lane(where, k);
          if (size === 1) store<u8>(chosen, <u8>place);
          else store<i32>(chosen, place);
          chosen += size;
        }
      }
      to += pixel;
    }
  }
}
