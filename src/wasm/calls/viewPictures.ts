import { held } from '../held';
import { first, last } from '../share';
import { address, number, whole } from '../slots';
import { convertStored } from '../stored';
import { Real, shift } from '../variants/real';
import { block } from '../window/block';

// borders, as src/core/kernels/resampler.ts counts them
const REFLECT: i32 = 0;
const ZEROS: i32 = 2;

/**
 * X = the pictures that `indices` names, each seen through its map, converted and scaled: src/core/kernels/resampler.ts says
 * how, in the same words.
 * [type, data, height, width, channels, indices, start, maps, border, X, scale, mean or 0, deviation]
 */
export function viewPictures(call: usize, m: i32): void {
  const type = whole(call, 0);
  const data = address(call, 1);
  const height = whole(call, 2);
  const width = whole(call, 3);
  const channels = whole(call, 4);
  const indices = address(call, 5);
  const start = load<i32>(address(call, 6));
  const maps = address(call, 7);
  const border = whole(call, 8);
  const X = address(call, 9);
  const scale = number(call, 10);
  const mean = address(call, 11);
  const deviation = address(call, 12);
  const n = height * width * channels;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const example = load<i32>(indices + ((<usize>(start + i)) << 2));
    const at = <usize>example * <usize>n;
    const to = X + ((<usize>i * <usize>n) << shift);
    const map = maps + <usize>i * 48;
    if (isIdentity(map)) {
      convertStored(type, data, at, n, scale, mean, deviation, to);
      continue;
    }
    pad(type, data, at, height, width, channels, border);
    view(height, width, channels, border, map, to);
    if (scale !== 1 || mean !== 0) rescale(to, n, scale, mean, deviation);
  }
}

function isIdentity(map: usize): boolean {
  return (
    load<f64>(map) === 1 &&
    load<f64>(map, 8) === 0 &&
    load<f64>(map, 16) === 0 &&
    load<f64>(map, 24) === 0 &&
    load<f64>(map, 32) === 1 &&
    load<f64>(map, 40) === 0
  );
}

/** A copy with a pixel more on each side: black, or as the edge, which is what a mirror shows there, too. */
function pad(type: i32, data: usize, at: usize, height: i32, width: i32, channels: i32, border: i32): void {
  const pixel = <usize>channels << shift;
  const rowLength = <usize>width * pixel;
  const stride = rowLength + 2 * pixel;
  const padded = block();
  for (let row = 0; row < height; row++) {
    const to = padded + <usize>(row + 1) * stride + pixel;
    const from = at + <usize>row * <usize>(width * channels);
    convertStored(type, data, from, width * channels, 1, 0, 0, to);
    if (border === ZEROS) {
      memory.fill(to - pixel, 0, pixel);
      memory.fill(to + rowLength, 0, pixel);
    } else {
      memory.copy(to - pixel, to, pixel);
      memory.copy(to + rowLength, to + rowLength - pixel, pixel);
    }
  }
  const bottom = padded + <usize>(height + 1) * stride;
  if (border === ZEROS) {
    memory.fill(padded, 0, stride);
    memory.fill(bottom, 0, stride);
  } else {
    memory.copy(padded, padded + stride, stride);
    memory.copy(bottom, bottom - stride, stride);
  }
}

function view(height: i32, width: i32, channels: i32, border: i32, map: usize, to: usize): void {
  const middleY = <f64>(height - 1) / 2;
  const middleX = <f64>(width - 1) / 2;
  const yx = load<f64>(map, 8);
  const xx = load<f64>(map, 32);
  const stride = (width + 2) * channels;
  for (let row = 0; row < height; row++) {
    const down = <f64>row - middleY;
    // places in the padded picture, of column 0
    const y = load<f64>(map) * down + load<f64>(map, 16) + middleY + 1 - yx * middleX;
    const x = load<f64>(map, 24) * down + load<f64>(map, 40) + middleX + 1 - xx * middleX;
    let column = 0;
    if (sizeof<Real>() === 4 && channels === 1)
      column = fours(<f32>y, <f32>yx, <f32>x, <f32>xx, height, width, stride, border, to);
    to += <usize>(column * channels) << shift;
    for (; column < width; column++) {
      const beside = <Real>column;
      pixel(<Real>y + <Real>yx * beside, <Real>x + <Real>xx * beside, height, width, channels, stride, border, to);
      to += <usize>channels << shift;
    }
  }
}

/** What is seen of one place in the padded picture. */
function pixel(
  y: Real,
  x: Real,
  height: i32,
  width: i32,
  channels: i32,
  stride: i32,
  border: i32,
  to: usize,
): void {
  y = within(y, height, border);
  x = within(x, width, border);
  const top = min(<i32>y, height);
  const left = min(<i32>x, width);
  const fy = y - <Real>top;
  const fx = x - <Real>left;
  let from = block() + (<usize>(top * stride + left * channels) << shift);
  const right = <usize>channels << shift;
  const below = <usize>stride << shift;
  for (let c = 0; c < channels; c++) {
    const a = load<Real>(from);
    const d = load<Real>(from + below);
    const above = a + (load<Real>(from + right) - a) * fx;
    store<Real>(to, above + (d + (load<Real>(from + below + right) - d) * fx - above) * fy);
    from += 1 << shift;
    to += 1 << shift;
  }
}

/** A place no more than a pixel beyond the edges that shows the same. */
function within(place: Real, n: i32, border: i32): Real {
  if (border !== REFLECT) return max<Real>(0, min<Real>(place, <Real>(n + 1)));
  const twice = <Real>2 * <Real>n;
  const fromEdge = place - <Real>0.5;
  const folded = fromEdge - twice * floor<Real>(fromEdge / twice);
  return min<Real>(folded, twice - folded) + <Real>0.5;
}

/** As many pixels of a row of one channel as there are whole fours of; gives how many. */
function fours(
  y: f32,
  yx: f32,
  x: f32,
  xx: f32,
  height: i32,
  width: i32,
  stride: i32,
  border: i32,
  to: usize,
): i32 {
  const padded = block();
  const below = <usize>stride << 2;
  const lastTop = i32x4.splat(height);
  const lastLeft = i32x4.splat(width);
  const strides = i32x4.splat(stride);
  let columns = f32x4(0, 1, 2, 3);
  const ys = f32x4.splat(y);
  const xs = f32x4.splat(x);
  const yxs = f32x4.splat(yx);
  const xxs = f32x4.splat(xx);
  let column = 0;
  for (; column + 4 <= width; column += 4) {
    const placeY = allWithin(f32x4.add(ys, f32x4.mul(yxs, columns)), height, border);
    const placeX = allWithin(f32x4.add(xs, f32x4.mul(xxs, columns)), width, border);
    const top = i32x4.min_s(i32x4.trunc_sat_f32x4_s(placeY), lastTop);
    const left = i32x4.min_s(i32x4.trunc_sat_f32x4_s(placeX), lastLeft);
    const fy = f32x4.sub(placeY, f32x4.convert_i32x4_s(top));
    const fx = f32x4.sub(placeX, f32x4.convert_i32x4_s(left));
    const from = i32x4.shl(i32x4.add(i32x4.mul(top, strides), left), 2);
    const from0 = padded + <usize>i32x4.extract_lane(from, 0);
    const from1 = padded + <usize>i32x4.extract_lane(from, 1);
    const from2 = padded + <usize>i32x4.extract_lane(from, 2);
    const from3 = padded + <usize>i32x4.extract_lane(from, 3);
    // two pixels of each place at a time
    const upper0 = v128.load64_lane(from1, v128.load64_zero(from0), 1);
    const upper1 = v128.load64_lane(from3, v128.load64_zero(from2), 1);
    const lower0 = v128.load64_lane(from1 + below, v128.load64_zero(from0 + below), 1);
    const lower1 = v128.load64_lane(from3 + below, v128.load64_zero(from2 + below), 1);
    const a = v128.shuffle<f32>(upper0, upper1, 0, 2, 4, 6);
    const b = v128.shuffle<f32>(upper0, upper1, 1, 3, 5, 7);
    const d = v128.shuffle<f32>(lower0, lower1, 0, 2, 4, 6);
    const e = v128.shuffle<f32>(lower0, lower1, 1, 3, 5, 7);
    const above = f32x4.add(a, f32x4.mul(f32x4.sub(b, a), fx));
    const under = f32x4.add(d, f32x4.mul(f32x4.sub(e, d), fx));
    v128.store(to, f32x4.add(above, f32x4.mul(f32x4.sub(under, above), fy)));
    to += 16;
    columns = f32x4.add(columns, f32x4.splat(4));
  }
  return column;
}

function allWithin(places: v128, n: i32, border: i32): v128 {
  if (border !== REFLECT)
    return f32x4.max(f32x4.splat(0), f32x4.min(places, f32x4.splat(<f32>(n + 1))));
  const twice = f32x4.splat(<f32>2 * <f32>n);
  const half = f32x4.splat(0.5);
  const fromEdge = f32x4.sub(places, half);
  const folded = f32x4.sub(fromEdge, f32x4.mul(twice, f32x4.floor(f32x4.div(fromEdge, twice))));
  return f32x4.add(f32x4.min(folded, f32x4.sub(twice, folded)), half);
}

function rescale(X: usize, n: i32, scale: f64, mean: usize, deviation: usize): void {
  let j = 0;
  if (sizeof<Real>() === 4 && mean === 0 && <f64>(<f32>scale) === scale) {
    const divisor = held(<Real>scale);
    for (; j + 4 <= n; j += 4) {
      const at = X + (<usize>j << 2);
      v128.store(at, f32x4.div(v128.load(at), divisor));
    }
  }
  for (; j < n; j++) {
    const at = X + (<usize>j << shift);
    let x = <f64>load<Real>(at) / scale;
    if (mean !== 0) x = (x - load<f64>(mean + (<usize>j << 3))) / load<f64>(deviation + (<usize>j << 3));
    store<Real>(at, <Real>x);
  }
}
