import { product } from '../gemm/product';
import { address, whole } from '../slots';
import { shift } from '../variants/real';

/** Z = W·X + b. [W, rows, columns, b or 0, X, Z] */
export function affine(call: usize, m: i32): void {
  const rows = whole(call, 1);
  const pitch = (<usize>whole(call, 2)) << shift;
  product(
    m,
    rows,
    whole(call, 2),
    address(call, 4),
    pitch,
    1 << shift,
    address(call, 0),
    pitch,
    true,
    address(call, 5),
    (<usize>rows) << shift,
    address(call, 3),
    false,
  );
}
