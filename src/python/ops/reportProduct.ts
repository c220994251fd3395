import type { Clash } from '../shapes/broadcast';
import { compareSizes } from '../sizes/compareSizes';
import type { Dim } from '../sizes/size';
import { formatDim } from '../sizes/size';
import { formatDims } from '../values/words';
import type { Call } from './call';
import { transposed } from './fixes';

/** Tells of a product whose inner sizes differ, with the transpose that would make them fit. */
export function reportInner(
  call: Call,
  a: readonly Dim[],
  b: readonly Dim[],
  { a: inner, b: other, certainty }: Clash,
  [first, second]: readonly [string, string] = ['a', 'b'],
): void {
  const [left, right] = [call.operand(first), call.operand(second)];
  const isOperator = call.written === '@';
  const flips = (x: readonly Dim[], y: readonly Dim[]) =>
    x.length === 2 && y.length === 2 && compareSizes(x[1], y[0]) === 'same';
  const fixRight = b.length === 2 && flips(a, [...b].reverse());
  const fixLeft = !fixRight && a.length === 2 && flips([...a].reverse(), b);
  const swap = !fixRight && !fixLeft && flips(b, a);
  const flip = ({ source, simple }: typeof left) => `${simple ? source : `(${source})`}.T`;
  const meant = isOperator
    ? fixRight
      ? `${left.source} @ ${flip(right)}`
      : fixLeft
        ? `${flip(left)} @ ${right.source}`
        : `${right.source} @ ${left.source}`
    : fixRight
      ? `${call.written}(${left.source}, ${flip(right)})`
      : fixLeft
        ? `${call.written}(${flip(left)}, ${right.source})`
        : `${call.written}(${right.source}, ${left.source})`;
  // a method's call isn't written with both in brackets
  const asMethod = !isOperator && left.span.start === call.span.start;
  const suggests =
    (fixRight || fixLeft || swap) &&
    !asMethod &&
    left.source !== '' &&
    meant.length < 80 &&
    !meant.includes('\n');
  call.report({
    code: 'shape-mismatch',
    certainty,
    message: `${left.words} is ${formatDims(a)} and ${right.words} is ${formatDims(b)}: ${call.written} needs the inner sizes to be equal, but ${formatDim(inner)} and ${formatDim(other)} differ.${suggests ? ` Did you mean ${meant}?` : ''}`,
    related: [...left.origins, ...right.origins],
    fixes:
      left.source === '' || right.source === ''
        ? []
        : fixRight
          ? [transposed(right)]
          : fixLeft
            ? [transposed(left)]
            : [],
  });
}

/** Tells of stacks of products that don't broadcast. */
export function reportBatch(
  call: Call,
  a: readonly Dim[],
  b: readonly Dim[],
  { a: size, b: other, certainty }: Clash,
  [first, second]: readonly [string, string] = ['a', 'b'],
): void {
  const [left, right] = [call.operand(first), call.operand(second)];
  call.report({
    code: 'shape-mismatch',
    certainty,
    message: `${left.words} is ${formatDims(a)} and ${right.words} is ${formatDims(b)}: the sizes before the last two tell how many products there are, but ${formatDim(size)} and ${formatDim(other)} differ.`,
    related: [...left.origins, ...right.origins],
  });
}
