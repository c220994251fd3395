import { formatShape } from '../../core/shape';
import { DataError } from '../dataError';

/** Which axes of x and y are the examples. */
export interface ExampleAxes {
  readonly m: number;
  /** Values per example in y. */
  readonly n: number;
  /** x holds an example a column, `(n_x, m)`. */
  readonly xTransposed: boolean;
  /** y holds an example a column, `(n_y, m)`. */
  readonly yTransposed: boolean;
}

/**
 * Finds m in the shapes of x and y: labels `(m,)`, `(m, 1)`, `(1, m)`, `(m, n_y)` or `(n_y, m)`; inputs with the
 * examples along their first axis or, in the notes' way, `(n_x, m)`. Where both fit, the first axis is meant.
 */
export function matchExamples(x: readonly number[], y: readonly number[]): ExampleAxes | undefined {
  const squeezed = y.length > 2 ? [y[0]!, ...y.slice(1).filter(size => size !== 1)] : y;
  const [rows = 1, columns = 1] = squeezed;
  if (x.length === 0 || squeezed.length === 0 || squeezed.length > 2) return undefined;
  const candidates = [
    { m: rows, n: columns, yTransposed: false },
    { m: columns, n: rows, yTransposed: true },
  ];
  for (const xTransposed of x.length === 2 ? [false, true] : [false]) {
    const found = candidates.find(({ m }) => x[xTransposed ? 1 : 0] === m);
    if (found) return { ...found, xTransposed };
  }
  return undefined;
}

/** A fault that says both m. */
export function lengthMismatch(
  x: { readonly name: string; readonly shape: readonly number[] },
  y: { readonly name: string; readonly shape: readonly number[] },
  field: string,
): DataError {
  return new DataError(
    `${x.name} has shape ${formatShape(x.shape)}, which is ${x.shape[0] ?? 1} examples, but ${y.name} has shape ${formatShape(y.shape)}, which is ${largest(y.shape)} labels: their numbers have to agree.`,
    { code: 'length-mismatch', field },
  );
}

function largest(shape: readonly number[]): number {
  return shape.length === 2 && shape[0] === 1 ? shape[1]! : (shape[0] ?? 1);
}
