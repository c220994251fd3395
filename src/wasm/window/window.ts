// How a kernel goes over pictures, as src/core/kernels/sliding.ts says it: read from a call once, by each thread.
import { whole } from '../slots';

export let height: i32 = 0;
export let width: i32 = 0;
export let channels: i32 = 0;
export let kernelHeight: i32 = 0;
export let kernelWidth: i32 = 0;
export let strideDown: i32 = 0;
export let strideAcross: i32 = 0;
export let dilationDown: i32 = 0;
export let dilationAcross: i32 = 0;
export let above: i32 = 0;
export let left: i32 = 0;
export let placesDown: i32 = 0;
export let placesAcross: i32 = 0;

/** Slots that a window takes, from the first on. */
export const windowSlots: i32 = 13;

export function readWindow(call: usize): void {
  height = whole(call, 0);
  width = whole(call, 1);
  channels = whole(call, 2);
  kernelHeight = whole(call, 3);
  kernelWidth = whole(call, 4);
  strideDown = whole(call, 5);
  strideAcross = whole(call, 6);
  dilationDown = whole(call, 7);
  dilationAcross = whole(call, 8);
  above = whole(call, 9);
  left = whole(call, 10);
  placesDown = whole(call, 11);
  placesAcross = whole(call, 12);
}

/** Places of the output of an example. */
export function places(): i32 {
  return placesDown * placesAcross;
}

/** Whether the kernel covers one pixel, and each place has its own: then nothing has to be laid out. */
export function pointwise(): bool {
  return (
    kernelHeight === 1 &&
    kernelWidth === 1 &&
    strideDown === 1 &&
    strideAcross === 1 &&
    above === 0 &&
    left === 0 &&
    placesDown === height &&
    placesAcross === width
  );
}
