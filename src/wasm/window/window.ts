// A window as the first thirteen slots of a call: input's H, W, C; kernel's H, W; strides; padding above and on the left;
// dilations; output's H, W. src/core/kernels/window.ts says what they mean. What a call takes besides begins at `besides`.
import { whole } from '../slots';

export const besides: i32 = 13;

// @ts-expect-error: decorator
@inline
export function inH(call: usize): i32 {
  return whole(call, 0);
}

// @ts-expect-error: decorator
@inline
export function inW(call: usize): i32 {
  return whole(call, 1);
}

// @ts-expect-error: decorator
@inline
export function channels(call: usize): i32 {
  return whole(call, 2);
}

// @ts-expect-error: decorator
@inline
export function kH(call: usize): i32 {
  return whole(call, 3);
}

// @ts-expect-error: decorator
@inline
export function kW(call: usize): i32 {
  return whole(call, 4);
}

// @ts-expect-error: decorator
@inline
export function strideW(call: usize): i32 {
  return whole(call, 6);
}

// @ts-expect-error: decorator
@inline
export function dilationH(call: usize): i32 {
  return whole(call, 9);
}

// @ts-expect-error: decorator
@inline
export function dilationW(call: usize): i32 {
  return whole(call, 10);
}

// @ts-expect-error: decorator
@inline
export function outH(call: usize): i32 {
  return whole(call, 11);
}

// @ts-expect-error: decorator
@inline
export function outW(call: usize): i32 {
  return whole(call, 12);
}

/** The input's row under the first of the kernel's, at row y of the output; less than 0 on the padding. */
// @ts-expect-error: decorator
@inline
export function rowAt(call: usize, y: i32): i32 {
  return y * whole(call, 5) - whole(call, 7);
}

/** The same of columns. */
// @ts-expect-error: decorator
@inline
export function columnAt(call: usize, x: i32): i32 {
  return x * strideW(call) - whole(call, 8);
}

/** The first place of the kernel, along one side, that lies on the input, where its place 0 is at `at`. */
// @ts-expect-error: decorator
@inline
export function firstInside(at: i32, dilation: i32): i32 {
  return at >= 0 ? 0 : (dilation - 1 - at) / dilation;
}

/** The one after the last, of `k` places over `size` pixels. */
// @ts-expect-error: decorator
@inline
export function lastInside(at: i32, dilation: i32, k: i32, size: i32): i32 {
  return at >= size ? 0 : min(k, (size - at + dilation - 1) / dilation);
}

/** Numbers of an example of the input. */
// @ts-expect-error: decorator
@inline
export function inputSize(call: usize): i32 {
  return inH(call) * inW(call) * channels(call);
}

/** Numbers of an example of what has as many channels as the input, one position after the other. */
// @ts-expect-error: decorator
@inline
export function outputSize(call: usize): i32 {
  return outH(call) * outW(call) * channels(call);
}

/** Places of an output. */
// @ts-expect-error: decorator
@inline
export function positions(call: usize): i32 {
  return outH(call) * outW(call);
}

/** Whether the kernel covers one pixel, and each position is its own: then nothing has to be laid out. */
export function pointwise(call: usize): bool {
  return kH(call) === 1 && kW(call) === 1 && strideH(call) === 1 && strideW(call) === 1 && padTop(call) === 0 && padLeft(call) === 0 && outH(call) === inH(call) && outW(call) === inW(call);
}

/** Pixels that a row of places covers, and rows of pixels that a place does. */
export function wide(call: usize): i32 {
  return (outW(call) - 1) * strideW(call) + kW(call);
}

export function reach(call: usize): i32 {
  return (kH(call) - 1) * dilationH(call) + 1;
}

/** The steps of the kernel; and below the padding above and on the left. */
export function strideH(call: usize): i32 {
  return whole(call, 5);
}

export function padTop(call: usize): i32 {
  return whole(call, 7);
}

export function padLeft(call: usize): i32 {
  return whole(call, 8);
}

/** Whether the kernel's places lie side by side, and all on the input. */
export function inside(call: usize): bool {
  if (dilationH(call) !== 1 || dilationW(call) !== 1 || padTop(call) !== 0 || padLeft(call) !== 0) return false;
  return (outH(call) - 1) * strideH(call) + kH(call) <= inH(call) && wide(call) <= inW(call);
}
