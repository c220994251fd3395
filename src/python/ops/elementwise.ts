import { broadcast } from '../shapes/broadcast';
import { compareSizes } from '../sizes/compareSizes';
import { type Dim, formatDim, isNumber } from '../sizes/size';
import { formatDims } from '../values/words';
import type { Call } from './call';
import { appended } from './fixes';

/**
 * The shape of an elementwise operation on two arguments, with a report where they can't be paired, and where a column
 * and a vector make a square that nobody meant. Undefined after a report of the first kind.
 */
export function pairShapes(
  call: Call,
  a: readonly Dim[],
  b: readonly Dim[],
  [first, second]: readonly [string, string] = ['a', 'b'],
): readonly Dim[] | undefined {
  const { shape, clash } = broadcast(a, b);
  if (clash) {
    const [left, right] = [call.operand(first), call.operand(second)];
    call.report({
      code: 'broadcast-mismatch',
      certainty: clash.certainty,
      message: `${left.words} is ${formatDims(a)} and ${right.words} is ${formatDims(b)}: ${doing(call.written)} pairs their sizes from the right, and ${formatDim(clash.a)} and ${formatDim(clash.b)} can't be paired.${advice(a, b, left.words, right.words)}`,
      related: [...left.origins, ...right.origins],
      fixes: columnFix(a, b, left, right),
    });
    // whatever was meant, what follows from it would be told of again
    return undefined;
  }
  if (/^(-|-=|==|!=)$/.test(call.written)) square(call, a, b, [first, second]);
  return shape;
}

/** (m, 1) − (m,) is (m, m). */
function square(call: Call, a: readonly Dim[], b: readonly Dim[], names: readonly [string, string]): void {
  const [column, vector] = a.length === 2 ? [a, b] : [b, a];
  if (column.length !== 2 || vector.length !== 1 || column[1] !== 1 || column[0] === 1) return;
  if (compareSizes(column[0], vector[0]) !== 'same') return;
  const [columnOperand, vectorOperand] =
    a.length === 2
      ? names.map(name => call.operand(name))
      : names.toReversed().map(name => call.operand(name));
  // written out, the square is what was meant
  if (
    /None|newaxis|reshape|expand_dims|keepdims|unsqueeze|view/.test(
      `${columnOperand!.source}${vectorOperand!.source}`,
    )
  )
    return;
  const size = formatDim(column[0]);
  call.report({
    code: 'suspicious-broadcast',
    message: `${columnOperand!.words} is ${formatDims(column)} and ${vectorOperand!.words} is ${formatDims(vector)}: together they broadcast to (${size}, ${size}), every value with every other. Give both the same shape.`,
    related: [...columnOperand!.origins, ...vectorOperand!.origins],
    fixes: vectorOperand!.source === '' ? [] : [appended(vectorOperand!, '.reshape(-1, 1)')],
  });
}

function doing(written: string): string {
  return /\w/.test(written) ? written : written === '' ? 'NumPy' : `“${written}”`;
}

function advice(a: readonly Dim[], b: readonly Dim[], left: string, right: string): string {
  if (b.length === 1 && a.length === 2 && compareSizes(a[0], b[0]) === 'same')
    return ` As a column, ${right} would fit.`;
  if (a.length === 1 && b.length === 2 && compareSizes(b[0], a[0]) === 'same')
    return ` As a column, ${left} would fit.`;
  if (a.length === 2 && b.length === 2 && isTransposed(a, b))
    return ` One looks like the transpose of the other.`;
  return '';
}

function columnFix(
  a: readonly Dim[],
  b: readonly Dim[],
  left: ReturnType<Call['operand']>,
  right: ReturnType<Call['operand']>,
) {
  if (left.source === '' || right.source === '') return [];
  if (b.length === 1 && a.length === 2 && compareSizes(a[0], b[0]) === 'same')
    return [appended(right, '.reshape(-1, 1)')];
  if (a.length === 1 && b.length === 2 && compareSizes(b[0], a[0]) === 'same')
    return [appended(left, '.reshape(-1, 1)')];
  if (a.length === 2 && b.length === 2 && isTransposed(a, b)) return [appended(right, '.T')];
  return [];
}

function isTransposed(a: readonly Dim[], b: readonly Dim[]): boolean {
  return compareSizes(a[0], b[1]) === 'same' && compareSizes(a[1], b[0]) === 'same' && !a.every(isOne);
}

function isOne(dim: Dim): boolean {
  return isNumber(dim) && dim === 1;
}
