import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { flagArgument } from '../ops/readArguments';
import { reportSquare } from '../ops/reportSquare';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim, isNumber } from '../sizes/size';
import { int, tuple, unknown, type Value } from '../values/value';

/** The stack's sizes, the rows and the columns of a matrix; undefined where its rank isn't known, or is too small. */
function matrixOf(value: Value | undefined) {
  const shape = asArray(value, ndarray)?.shape;
  if (!shape || shape.length < 2) return undefined;
  return { stack: shape.slice(0, -2), rows: shape.at(-2), columns: shape.at(-1) };
}

/** The smaller of two sizes, where that is certain. */
function smaller(a: Dim, b: Dim): Dim {
  if (compareSizes(a, b) === 'same') return a;
  return isNumber(a) && isNumber(b) ? Math.min(a, b) : undefined;
}

function named(fields: readonly string[], items: readonly Value[]): Value {
  return { ...tuple(items), fields };
}

/** One eigenvalue for each row, and a column of the vectors for each. */
function eigen(call: Call, withVectors: boolean): Value {
  const shape = reportSquare(call, 'a');
  if (!shape) return unknown;
  // of a matrix that isn't symmetric they may be complex
  const dtype = call.name.endsWith('h') ? 'float64' : undefined;
  const values = numpyArray(shape.slice(0, -1), dtype);
  return withVectors ? named(['eigenvalues', 'eigenvectors'], [values, numpyArray(shape, dtype)]) : values;
}

export const decompositions: Family = {
  title: 'Decompositions',
  about: 'Eigenvalues and -vectors, singular values, QR, least squares and ranks.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.linalg.eig', 'numpy.linalg.eigh'],
      parameters: 'a, UPLO="L"',
      rule: call => eigen(call, true),
    },
    {
      kind: 'function',
      names: ['numpy.linalg.eigvals', 'numpy.linalg.eigvalsh'],
      parameters: 'a, UPLO="L"',
      rule: call => eigen(call, false),
    },
    {
      kind: 'function',
      names: ['numpy.linalg.svd'],
      parameters: 'a, full_matrices=True, compute_uv=True, hermitian=False',
      rule: ({ args }) => {
        const matrix = matrixOf(args.a);
        const full = flagArgument(args.full_matrices, true);
        const vectors = flagArgument(args.compute_uv, true);
        if (!matrix || full === undefined || vectors === undefined) return unknown;
        const { stack, rows, columns } = matrix;
        const least = smaller(rows, columns);
        const values = numpyArray([...stack, least], 'float64');
        if (!vectors) return values;
        return named(
          ['U', 'S', 'Vh'],
          [
            numpyArray([...stack, rows, full ? rows : least], 'float64'),
            values,
            numpyArray([...stack, full ? columns : least, columns], 'float64'),
          ],
        );
      },
    },
    {
      kind: 'function',
      names: ['numpy.linalg.qr'],
      parameters: 'a, mode="reduced"',
      rule: ({ args }) => {
        const matrix = matrixOf(args.a);
        if (!matrix || (args.mode && !(args.mode.kind === 'string' && args.mode.value === 'reduced')))
          return unknown;
        const { stack, rows, columns } = matrix;
        const least = smaller(rows, columns);
        return named(
          ['Q', 'R'],
          [numpyArray([...stack, rows, least], 'float64'), numpyArray([...stack, least, columns], 'float64')],
        );
      },
    },
    {
      kind: 'function',
      names: ['numpy.linalg.lstsq'],
      parameters: 'a, b, rcond=None',
      rule: call => {
        const matrix = matrixOf(call.args.a);
        const b = asArray(call.args.b, ndarray)?.shape;
        if (!matrix || !b || b.length === 0 || b.length > 2 || matrix.stack.length > 0) return unknown;
        const certainty = compareSizes(matrix.rows, b[0]);
        if (isDifferent(certainty)) {
          const [left, right] = [call.operand('a'), call.operand('b')];
          call.report({
            code: 'shape-mismatch',
            certainty,
            message: `${call.written} solves as many equations as ${left.words} has rows, ${formatDim(matrix.rows)}, but ${right.words} has ${formatDim(b[0])}.`,
            related: [...left.origins, ...right.origins],
          });
          return unknown;
        }
        const rest = b.slice(1);
        return tuple([
          numpyArray([matrix.columns, ...rest], 'float64'),
          numpyArray([undefined], 'float64'),
          int(undefined),
          numpyArray([smaller(matrix.rows, matrix.columns)], 'float64'),
        ]);
      },
    },
    {
      kind: 'function',
      names: ['numpy.linalg.matrix_rank'],
      parameters: 'A, tol=None, hermitian=False, rtol=None',
      rule: ({ args }) => (matrixOf(args.A)?.stack.length === 0 ? int(undefined) : unknown),
    },
    {
      kind: 'function',
      names: ['numpy.linalg.slogdet'],
      parameters: 'a',
      rule: call => {
        const shape = reportSquare(call, 'a');
        if (!shape) return unknown;
        const each = numpyArray(shape.slice(0, -2), 'float64');
        return named(['sign', 'logabsdet'], [each, each]);
      },
    },
    {
      kind: 'function',
      names: ['numpy.linalg.matrix_power'],
      parameters: 'a, n',
      rule: call => {
        const shape = reportSquare(call, 'a');
        return shape ? numpyArray(shape) : unknown;
      },
    },
  ],
};
