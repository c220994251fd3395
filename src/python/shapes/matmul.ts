import { compareSizes, isDifferent } from '../sizes/compareSizes';
import type { Dim } from '../sizes/size';
import { broadcast, type Clash } from './broadcast';

export interface Product {
  readonly shape: readonly Dim[];
  /** The inner sizes, where they differ. */
  readonly inner?: Clash;
  /** The batch sizes of a stack of products, where they don't broadcast. */
  readonly batch?: Clash;
}

/** `a @ b` for arrays of one or more sizes each: stacks of matrices broadcast. Undefined for a scalar. */
export function matmulShape(a: readonly Dim[], b: readonly Dim[]): Product | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  const [rows, columns] = [a.slice(0, -1).slice(-1), b.length > 1 ? b.slice(-1) : []];
  const stacks = broadcast(a.slice(0, -2), b.slice(0, -2));
  const inner = innerClash(a.at(-1), b.length > 1 ? b.at(-2) : b[0]);
  return {
    shape: [...stacks.shape, ...rows, ...columns],
    ...(inner && { inner }),
    ...(stacks.clash && { batch: stacks.clash }),
  };
}

/** `np.dot`: as matmul up to two sizes; beyond, every row of one with every column of the other. */
export function dotShape(a: readonly Dim[], b: readonly Dim[]): Product {
  if (a.length === 0) return { shape: b };
  if (b.length === 0) return { shape: a };
  const inner = innerClash(a.at(-1), b.length > 1 ? b.at(-2) : b[0]);
  const shape = [...a.slice(0, -1), ...b.slice(0, -2), ...(b.length > 1 ? b.slice(-1) : [])];
  return inner ? { shape, inner } : { shape };
}

function innerClash(a: Dim, b: Dim): Clash | undefined {
  const certainty = compareSizes(a, b);
  return isDifferent(certainty) ? { a, b, certainty } : undefined;
}
