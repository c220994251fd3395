import { first, last } from '../share';
import { address } from '../slots';
import { shift } from '../variants/real';
import { channelwise } from '../window/channelwise';
import { besides, inputSize, outputSize } from '../window/window';

/** Z = each channel convolved with its kernel, plus b. [window, W, b or 0, X, Z] */
export function depthwise(call: usize, m: i32): void {
  const W = address(call, besides);
  const b = address(call, besides + 1);
  const X = address(call, besides + 2);
  const Z = address(call, besides + 3);
  const inBytes = <usize>inputSize(call) << shift;
  const outBytes = <usize>outputSize(call) << shift;
  const end = <usize>last(m, 1);
  for (let i = <usize>first(m, 1); i < end; i++) {
    channelwise(call, X + i * inBytes, W, false, b, Z + i * outBytes, false);
  }
}
