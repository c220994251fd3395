import { product } from '../gemm/product';
import { address, whole } from '../slots';
import { shift } from '../variants/real';

/** dX = Wᵀ·dZ, or added to what is there. [W, rows, columns, dZ, dX, add] */
export function affineInputGradient(call: usize, m: i32): void {
  const rows = whole(call, 1);
  const columns = whole(call, 2);
  const width = (<usize>columns) << shift;
  product(
    m,
    columns,
    rows,
    address(call, 3),
    (<usize>rows) << shift,
    1 << shift,
    address(call, 0),
    width,
    false,
    address(call, 4),
    width,
    0,
    whole(call, 5) !== 0,
  );
}
