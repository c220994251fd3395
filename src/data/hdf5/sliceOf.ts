import type { Dataset } from 'h5wasm';
import type { Numbers } from '../arrays/numericArray';

/** Rows `from … to` of a data set, of `width` numbers each, in the type they are kept in. */
export function sliceOf(dataset: Dataset, from: number, to: number, width: number): Numbers {
  const piece = dataset.slice([[from, to]]);
  if (!ArrayBuffer.isView(piece)) throw new Error('a piece of it came out empty');
  const numbers = asNumbers(piece as Numbers | BigInt64Array | BigUint64Array);
  if (numbers.length !== (to - from) * width) throw new Error('a piece of it is cut off');
  return numbers;
}

/** 64-bit whole numbers as float64, exact up to 2⁵³. */
function asNumbers(piece: Numbers | BigInt64Array | BigUint64Array): Numbers {
  return piece instanceof BigInt64Array || piece instanceof BigUint64Array
    ? Float64Array.from(piece, Number)
    : piece;
}
