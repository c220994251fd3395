import { dilationH, inH, inW, kH, kW, outH, outW, padLeft, padTop, reach } from './window';

/**
 * The window of the convolution that gives the gradient by the input, where a window has steps of one: over dZ of so many
 * filters, by the kernels turned round. It is written to `to`, in 104 bytes.
 */
export function turnedRound(window: usize, filters: i32, to: usize): usize {
  set(to, 0, outH(window));
  set(to, 1, outW(window));
  set(to, 2, filters);
  set(to, 3, kH(window));
  set(to, 4, kW(window));
  set(to, 5, 1);
  set(to, 6, 1);
  set(to, 7, reach(window) - 1 - padTop(window));
  set(to, 8, kW(window) - 1 - padLeft(window));
  set(to, 9, dilationH(window));
  set(to, 10, 1);
  set(to, 11, inH(window));
  set(to, 12, inW(window));
  return to;
}

function set(to: usize, slot: usize, value: i32): void {
  store<i32>(to + (slot << 3), value);
}
