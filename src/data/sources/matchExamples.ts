import { formatShape } from '../../core/shape';
import { sizeOf } from '../arrays/numericArray';
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
  /** What y holds of an example is itself an array of two axes or more, such as a picture. */
  readonly ofArrays?: true;
}

/**
 * Finds m in the shapes of x and y: labels `(m,)`, `(m, 1)`, `(1, m)`, `(m, n_y)` or `(n_y, m)`, or pictures `(m, h, w)` and the like; inputs with the
 * examples along their first axis or, in the notes' way, `(n_x, m)`. Where both fit, the first axis is meant.
 */
export function matchExamples(x: readonly number[], y: readonly number[]): ExampleAxes | undefined {
  const [m = 0, ...each] = y;
  // labels that are pictures, or arrays of any shape, are one row of values an example
  if (each.filter(size => size !== 1).length > 1) {
    const xTransposed = x.length === 2 && x[0] !== m;
    if (x[xTransposed ? 1 : 0] !== m) return undefined;
    return { m, n: sizeOf(each), xTransposed, yTransposed: false, ofArrays: true };
  }
  const squeezed = y.length > 2 ? [y[0]!, ...y.slice(1).filter(size => size !== 1)] : y;
  const [rows = 1, columns = 1] = squeezed;
  if (x.length === 0 || squeezed.length === 0) return undefined;
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
