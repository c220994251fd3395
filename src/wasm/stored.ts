import { held } from './held';
import { Real, shift } from './variants/real';

// the types of stored numbers, as src/core/kernels/storedTypes.ts counts them
const UINT8: i32 = 0;
const INT8: i32 = 1;
const UINT16: i32 = 2;
const INT16: i32 = 3;
const INT32: i32 = 4;
const FLOAT32: i32 = 5;
const FLOAT64: i32 = 6;

/**
 * n numbers of a type, from the one at `at` on, converted and scaled: x / scale, then (x − mean) / deviation where these aren't
 * 0.
 */
export function convertStored(
  type: i32,
  data: usize,
  at: usize,
  n: i32,
  scale: f64,
  mean: usize,
  deviation: usize,
  to: usize,
): void {
  if (type === UINT8 && mean === 0 && <f64>(<f32>scale) === scale) bytes(data + at, n, scale, to);
  else convert(type, data, at, n, scale, mean, deviation, to);
}

/** Bytes, sixteen at a time. */
function bytes(from: usize, n: i32, scale: f64, to: usize): void {
  let j = 0;
  if (sizeof<Real>() === 4) {
    const divisor = held(<Real>scale);
    for (; j + 16 <= n; j += 16) {
      const b = v128.load(from);
      const low = i16x8.extend_low_i8x16_u(b);
      const high = i16x8.extend_high_i8x16_u(b);
      v128.store(to, f32x4.div(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(low)), divisor));
      v128.store(to, f32x4.div(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(low)), divisor), 16);
      v128.store(to, f32x4.div(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(high)), divisor), 32);
      v128.store(to, f32x4.div(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(high)), divisor), 48);
      from += 16;
      to += 64;
    }
  }
  for (; j < n; j++) {
    store<Real>(to, <Real>(<f64>load<u8>(from) / scale));
    from++;
    to += 1 << shift;
  }
}

/** Any type, one by one; computed in f64 as the numbers are read. */
function convert(
  type: i32,
  data: usize,
  at: usize,
  n: i32,
  scale: f64,
  mean: usize,
  deviation: usize,
  to: usize,
): void {
  for (let j: usize = 0; j < <usize>n; j++) {
    const i = at + j;
    let x: f64 = 0;
    if (type === FLOAT32) x = <f64>load<f32>(data + (i << 2));
    else if (type === FLOAT64) x = load<f64>(data + (i << 3));
    else if (type === INT32) x = <f64>load<i32>(data + (i << 2));
    else if (type === INT16) x = <f64>load<i16>(data + (i << 1));
    else if (type === UINT16) x = <f64>load<u16>(data + (i << 1));
    else if (type === INT8) x = <f64>load<i8>(data + i);
    else if (type === UINT8) x = <f64>load<u8>(data + i);
    if (scale !== 1) x /= scale;
    if (mean !== 0) x = (x - load<f64>(mean + (j << 3))) / load<f64>(deviation + (j << 3));
    store<Real>(to + (j << shift), <Real>x);
  }
}
