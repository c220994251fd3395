import { dots } from '../gemm/dots';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { shift } from '../variants/real';

/** C = AᵀB of each example. [n, A, B, C] */
export function dot(call: usize, m: i32): void {
  const n = whole(call, 0);
  const width = (<usize>n) << shift;
  const end = last(m, 1);
  for (let i = first(m, 1); i < end; i++) {
    const at = <usize>i * width;
    const to = address(call, 3) + ((<usize>i) << shift);
    dots(0, 1, 0, 1, n, address(call, 1) + at, width, address(call, 2) + at, width, to, 0, 0, false);
  }
}
