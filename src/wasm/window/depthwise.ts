// Convolutions of each channel by itself: filter f is of channel f / (filters / channels).
import { first, last } from '../share';
import { fma } from '../variants/fma';
import { lanes, Real, shift } from '../variants/real';
import { block } from './block';
import {
  above,
  channels,
  dilationAcross,
  dilationDown,
  height,
  kernelHeight,
  kernelWidth,
  left,
  places,
  placesAcross,
  placesDown,
  strideAcross,
  strideDown,
  width,
} from './window';

/** W (filters, taps) as (taps, filters), so that the filters of a tap lie side by side. */
function turned(W: usize, filters: i32): usize {
  const taps = kernelHeight * kernelWidth;
  const to = block();
  for (let tap = 0; tap < taps; tap++) {
    for (let f = 0; f < filters; f++)
      store<Real>(to + ((<usize>(tap * filters + f)) << shift), load<Real>(W + ((<usize>(f * taps + tap)) << shift)));
  }
  return to;
}

export function depthwise(W: usize, b: usize, X: usize, Z: usize, filters: i32, m: i32): void {
  const w = turned(W, filters);
  const each = places();
  const all = m * each;
  const end = last(all, 1);
  const pixel = (<usize>channels) << shift;
  const row = (<usize>filters) << shift;
  for (let q = first(all, 1); q < end; q++) {
    const example = q / each;
    const place = q - example * each;
    const down = place / placesAcross;
    const y = down * strideDown - above;
    const x = (place - down * placesAcross) * strideAcross - left;
    const picture = X + <usize>(example * height * width) * pixel;
    const z = Z + <usize>q * row;
    if (b === 0) memory.fill(z, 0, row);
    else memory.copy(z, b, row);
    for (let u = 0; u < kernelHeight; u++) {
      const yu = y + u * dilationDown;
      if (yu < 0 || yu >= height) continue;
      for (let v = 0; v < kernelWidth; v++) {
        const xv = x + v * dilationAcross;
        if (xv < 0 || xv >= width) continue;
        spread(w + <usize>(u * kernelWidth + v) * row, picture + <usize>(yu * width + xv) * pixel, z, filters);
      }
    }
  }
}

/** z[f] += w[f]·x[channel of f]. */
function spread(w: usize, x: usize, z: usize, filters: i32): void {
  const times = filters / channels;
  let f = 0;
  if (times === 1) {
    for (; f + lanes <= filters; f += lanes) {
      const at = (<usize>f) << shift;
      v128.store(z + at, fma(v128.load(w + at), v128.load(x + at), v128.load(z + at)));
    }
  }
  for (; f < filters; f++) {
    const at = (<usize>f) << shift;
    store<Real>(z + at, load<Real>(z + at) + load<Real>(w + at) * load<Real>(x + ((<usize>(f / times)) << shift)));
  }
}

/** Each thread some filters, all places in their order. */
export function depthwiseGradient(dZ: usize, X: usize, dW: usize, filters: i32, m: i32, add: bool): void {
  const f0 = first(filters, lanes);
  const f1 = last(filters, lanes);
  const taps = kernelHeight * kernelWidth;
  const times = filters / channels;
  for (let u = 0; u < kernelHeight; u++) {
    for (let v = 0; v < kernelWidth; v++) {
      const to = dW + ((<usize>(u * kernelWidth + v)) << shift);
      let f = f0;
      if (times === 1) {
        for (; f + lanes <= f1; f += lanes) {
          const sum = overPlaces(dZ, X, f, u, v, filters, m);
          for (let j = 0; j < lanes; j++) {
            const at = to + ((<usize>((f + j) * taps)) << shift);
            const value = laneOf(sum, j);
            store<Real>(at, add ? load<Real>(at) + value : value);
          }
        }
      }
      for (; f < f1; f++) {
        const at = to + ((<usize>(f * taps)) << shift);
        const value = overPlacesOne(dZ, X, f, f / times, u, v, filters, m);
        store<Real>(at, add ? load<Real>(at) + value : value);
      }
    }
  }
}

function laneOf(v: v128, j: i32): Real {
  if (lanes === 4) {
    if (j === 0) return <Real>f32x4.extract_lane(v, 0);
    if (j === 1) return <Real>f32x4.extract_lane(v, 1);
    if (j === 2) return <Real>f32x4.extract_lane(v, 2);
    return <Real>f32x4.extract_lane(v, 3);
  }
  return <Real>(j === 0 ? f64x2.extract_lane(v, 0) : f64x2.extract_lane(v, 1));
}

/** The first of the places whose kernel is within the picture at tap `u`, and the one after the last. */
function firstPlace(u: i32, dilation: i32, before: i32, stride: i32): i32 {
  const missing = before - u * dilation;
  return missing <= 0 ? 0 : (missing + stride - 1) / stride;
}

function endPlace(u: i32, dilation: i32, before: i32, stride: i32, size: i32, count: i32): i32 {
  const room = size - 1 - u * dilation + before;
  return room < 0 ? 0 : min(count, room / stride + 1);
}

/** Σ dZ·X over all places for filters f … f + lanes, at one tap of the kernel. */
function overPlaces(dZ: usize, X: usize, f: i32, u: i32, v: i32, filters: i32, m: i32): v128 {
  const pixel = (<usize>channels) << shift;
  const row = (<usize>filters) << shift;
  const i0 = firstPlace(u, dilationDown, above, strideDown);
  const i1 = endPlace(u, dilationDown, above, strideDown, height, placesDown);
  const j0 = firstPlace(v, dilationAcross, left, strideAcross);
  const j1 = endPlace(v, dilationAcross, left, strideAcross, width, placesAcross);
  let sum = i32x4.splat(0);
  const at = (<usize>f) << shift;
  for (let example = 0; example < m; example++) {
    const picture = X + <usize>(example * height * width) * pixel + at;
    const output = dZ + <usize>(example * places()) * row + at;
    for (let i = i0; i < i1; i++) {
      const y = i * strideDown - above + u * dilationDown;
      let x = picture + <usize>(y * width + j0 * strideAcross - left + v * dilationAcross) * pixel;
      let z = output + <usize>(i * placesAcross + j0) * row;
      const step = <usize>strideAcross * pixel;
      for (let j = j0; j < j1; j++) {
        sum = fma(v128.load(z), v128.load(x), sum);
        x += step;
        z += row;
      }
    }
  }
  return sum;
}

/** The same for one filter and its channel. */
function overPlacesOne(
  dZ: usize,
  X: usize,
  f: i32,
  channel: i32,
  u: i32,
  v: i32,
  filters: i32,
  m: i32,
): Real {
  const pixel = (<usize>channels) << shift;
  const row = (<usize>filters) << shift;
  const i0 = firstPlace(u, dilationDown, above, strideDown);
  const i1 = endPlace(u, dilationDown, above, strideDown, height, placesDown);
  const j0 = firstPlace(v, dilationAcross, left, strideAcross);
  const j1 = endPlace(v, dilationAcross, left, strideAcross, width, placesAcross);
  let sum: Real = 0;
  for (let example = 0; example < m; example++) {
    const picture = X + <usize>(example * height * width) * pixel + ((<usize>channel) << shift);
    const output = dZ + <usize>(example * places()) * row + ((<usize>f) << shift);
    for (let i = i0; i < i1; i++) {
      const y = i * strideDown - above + u * dilationDown;
      for (let j = j0; j < j1; j++) {
        const x = picture + <usize>(y * width + j * strideAcross - left + v * dilationAcross) * pixel;
        sum += load<Real>(output + <usize>(i * placesAcross + j) * row) * load<Real>(x);
      }
    }
  }
  return sum;
}

/** Of examples i0 … i1, whose dX is there to be added to. */
export function depthwiseInputGradient(W: usize, dZ: usize, dX: usize, filters: i32, i0: i32, i1: i32): void {
  const w = turned(W, filters);
  const pixel = (<usize>channels) << shift;
  const row = (<usize>filters) << shift;
  for (let example = i0; example < i1; example++) {
    const picture = dX + <usize>(example * height * width) * pixel;
    let z = dZ + <usize>(example * places()) * row;
    for (let i = 0; i < placesDown; i++) {
      for (let j = 0; j < placesAcross; j++) {
        for (let u = 0; u < kernelHeight; u++) {
          const y = i * strideDown - above + u * dilationDown;
          if (y < 0 || y >= height) continue;
          for (let v = 0; v < kernelWidth; v++) {
            const x = j * strideAcross - left + v * dilationAcross;
            if (x < 0 || x >= width) continue;
            gatherBack(w + <usize>(u * kernelWidth + v) * row, z, picture + <usize>(y * width + x) * pixel, filters);
          }
        }
        z += row;
      }
    }
  }
}

/** x[channel of f] += w[f]·z[f]. */
function gatherBack(w: usize, z: usize, x: usize, filters: i32): void {
  const times = filters / channels;
  let f = 0;
  if (times === 1) {
    for (; f + lanes <= filters; f += lanes) {
      const at = (<usize>f) << shift;
      v128.store(x + at, fma(v128.load(w + at), v128.load(z + at), v128.load(x + at)));
    }
  }
  for (; f < filters; f++) {
    const at = (<usize>f) << shift;
    const to = x + ((<usize>(f / times)) << shift);
    store<Real>(to, load<Real>(to) + load<Real>(w + at) * load<Real>(z + at));
  }
}
