import { Real, shift } from '../variants/real';
import { channels, columnAt, dilationH, dilationW, inH, inW, kH, kW, outH, outW, rowAt } from './window';

/**
 * Lays out what the kernel covers at places q0 … q1, counted through all examples from `x` on: a row for each, `pitch` bytes
 * apart, of it the columns j0 … j1. A column is a row of the kernel, a column of it and one of `each` channels from `first`
 * on; padding is zero. Up to 15 bytes beyond the last row are written.
 */
export function layOut(
  call: usize,
  x: usize,
  q0: i32,
  q1: i32,
  first: i32,
  each: i32,
  j0: i32,
  j1: i32,
  to: usize,
  pitch: usize,
): void {
  const height = inH(call);
  const width = inW(call);
  const kernelHeight = kH(call);
  const kernelWidth = kW(call);
  const dilationDown = dilationH(call);
  const dilationAcross = dilationW(call);
  const placesDown = outH(call);
  const placesAcross = outW(call);
  const places = placesDown * placesAcross;
  const pixel = (<usize>channels(call)) << shift;
  const exampleBytes = <usize>(height * width) * pixel;
  // a row of the kernel is one run of numbers where its pixels and their channels lie side by side
  const whole = dilationAcross === 1 && each === channels(call);
  const length = whole ? kernelWidth * each : each;
  const run0 = j0 / length;
  const run1 = (j1 + length - 1) / length;
  const reachDown = (kernelHeight - 1) * dilationDown;
  const reachAcross = (kernelWidth - 1) * dilationAcross;
  let example = q0 / places;
  let place = q0 - example * places;
  let down = place / placesAcross;
  let across = place - down * placesAcross;
  let picture = x + <usize>example * exampleBytes + ((<usize>first) << shift);
  for (let q = q0; q < q1; q++) {
    const row = rowAt(call, down);
    const column = columnAt(call, across);
    const inside = row >= 0 && row + reachDown < height && column >= 0 && column + reachAcross < width;
    let at = to;
    if (inside) {
      const corner = picture + <usize>(row * width + column) * pixel;
      for (let run = run0; run < run1; run++) {
        const u = whole ? run : run / kernelWidth;
        const v = whole ? 0 : run - u * kernelWidth;
        // of the run the part that is asked for
        const begin = max(j0 - run * length, 0);
        const bytes = (<usize>(min(j1 - run * length, length) - begin)) << shift;
        const from = corner + <usize>(u * dilationDown * width + v * dilationAcross) * pixel;
        copy(from + ((<usize>begin) << shift), at, bytes);
        at += bytes;
      }
    } else lay(call, picture, row, column, j0, j1, each, pixel, at);
    to += pitch;
    if (++across === placesAcross) {
      across = 0;
      if (++down === placesDown) {
        down = 0;
        picture += exampleBytes;
      }
    }
  }
}

/** Columns begin … end of one place at the edge, pixel by pixel. */
function lay(
  call: usize,
  picture: usize,
  row: i32,
  column: i32,
  begin: i32,
  end: i32,
  each: i32,
  pixel: usize,
  at: usize,
): void {
  const height = inH(call);
  const width = inW(call);
  const kernelWidth = kW(call);
  for (let j = begin; j < end; ) {
    const tap = j / each;
    const u = tap / kernelWidth;
    const y = row + u * dilationH(call);
    const z = column + (tap - u * kernelWidth) * dilationW(call);
    const channel = j - tap * each;
    const next = min(end, (tap + 1) * each);
    const bytes = (<usize>(next - j)) << shift;
    if (y >= 0 && y < height && z >= 0 && z < width)
      copy(picture + <usize>(y * width + z) * pixel + ((<usize>channel) << shift), at, bytes);
    else zero(at, bytes);
    at += bytes;
    j = next;
  }
}

/** Copies a run, in whole vectors: what comes after it is written later. */
// @ts-expect-error: decorator
@inline
function copy(from: usize, to: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(to + i, v128.load(from + i));
}

// @ts-expect-error: decorator
@inline
function zero(to: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(to + i, i32x4.splat(0));
}

/**
 * The other way: adds rows as `layOut` would make them, all their columns, to the pixels that they are of.
 */
export function addBack(
  call: usize,
  from: usize,
  pitch: usize,
  q0: i32,
  q1: i32,
  first: i32,
  each: i32,
  x: usize,
): void {
  const height = inH(call);
  const width = inW(call);
  const kernelHeight = kH(call);
  const kernelWidth = kW(call);
  const dilationDown = dilationH(call);
  const dilationAcross = dilationW(call);
  const placesDown = outH(call);
  const placesAcross = outW(call);
  const places = placesDown * placesAcross;
  const pixel = (<usize>channels(call)) << shift;
  const exampleBytes = <usize>(height * width) * pixel;
  const whole = dilationAcross === 1 && each === channels(call);
  const reachDown = (kernelHeight - 1) * dilationDown;
  const reachAcross = (kernelWidth - 1) * dilationAcross;
  const bytes = (<usize>each) << shift;
  let example = q0 / places;
  let place = q0 - example * places;
  let down = place / placesAcross;
  let across = place - down * placesAcross;
  let picture = x + <usize>example * exampleBytes + ((<usize>first) << shift);
  for (let q = q0; q < q1; q++) {
    const row = rowAt(call, down);
    const column = columnAt(call, across);
    let at = from;
    if (whole && row >= 0 && row + reachDown < height && column >= 0 && column + reachAcross < width) {
      const run = <usize>kernelWidth * bytes;
      let to = picture + <usize>(row * width + column) * pixel;
      for (let u = 0; u < kernelHeight; u++) {
        add(at, to, run);
        to += <usize>(dilationDown * width) * pixel;
        at += run;
      }
    } else {
      for (let u = 0; u < kernelHeight; u++) {
        const y = row + u * dilationDown;
        for (let v = 0; v < kernelWidth; v++) {
          const z = column + v * dilationAcross;
          if (y >= 0 && y < height && z >= 0 && z < width) add(at, picture + <usize>(y * width + z) * pixel, bytes);
          at += bytes;
        }
      }
    }
    from += pitch;
    if (++across === placesAcross) {
      across = 0;
      if (++down === placesDown) {
        down = 0;
        picture += exampleBytes;
      }
    }
  }
}

/** Adds a run to another. */
// @ts-expect-error: decorator
@inline
function add(from: usize, to: usize, bytes: usize): void {
  const end = from + bytes;
  for (; from + 16 <= end; from += 16) {
    v128.store(to, v128.add<Real>(v128.load(to), v128.load(from)));
    to += 16;
  }
  for (; from < end; from += 1 << shift) {
    store<Real>(to, load<Real>(to) + load<Real>(from));
    to += 1 << shift;
  }
}
