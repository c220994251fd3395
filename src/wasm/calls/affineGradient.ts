import { product } from '../gemm/product';
import { address, whole } from '../slots';
import { sumColumns } from '../sumColumns';
import { shift } from '../variants/real';

/** dW = dZ·Xᵀ and db = Σ dZ, or added to what is there. [dZ, X, dW, rows, columns, db or 0, add] */
export function affineGradient(call: usize, m: i32): void {
  const dZ = address(call, 0);
  const rows = whole(call, 3);
  const columns = whole(call, 4);
  const add = whole(call, 6) !== 0;
  const pitch = (<usize>rows) << shift;
  const width = (<usize>columns) << shift;
  product(
    rows,
    columns,
    m,
    dZ,
    1 << shift,
    pitch,
    address(call, 1),
    width,
    false,
    address(call, 2),
    width,
    0,
    add,
  );
  const db = address(call, 5);
  if (db !== 0) sumColumns(dZ, rows, m, db, add);
}
