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
            // a NaN isn't equal to itself
            const larger = v128.or(v128.gt<Real>(value, most), v128.ne<Real>(value, value));
            most = v128.bitselect(value, most, larger);
            where = v128.bitselect(place, where, larger);
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
