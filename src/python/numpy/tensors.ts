import { ndarray, numpyArray } from '../ops/array';
import { asArray, wider } from '../ops/asArray';
import type { Call } from '../ops/call';
import { pairShapes } from '../ops/elementwise';
import type { Family } from '../ops/entry';
import { numberArgument } from '../ops/readArguments';
import { reportAxis } from '../ops/reportAxis';
import { axisPlace } from '../shapes/axes';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim, isNumber, times } from '../sizes/size';
import { itemsOf, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';

/** The axes that `tensordot` sums over, of each array; undefined where they aren't known. */
function summed(
  call: Call,
  a: readonly Dim[],
  b: readonly Dim[],
): readonly (readonly [number, number])[] | undefined {
  const { axes } = call.args;
  const count = axes ? numberArgument(axes) : 2;
  if (count !== undefined) {
    if (count < 0 || count > Math.min(a.length, b.length)) return undefined;
    return Array.from({ length: count }, (_, i) => [a.length - count + i, i] as const);
  }
  const given = axes && itemsOf(axes);
  if (given?.length !== 2) return undefined;
  const [left, right] = given.map(each => (itemsOf(each) ?? [each]).map(numberArgument));
  if (left!.length !== right!.length) return undefined;
  const pairs: (readonly [number, number])[] = [];
  for (const [i, axis] of left!.entries()) {
    const other = right![i];
    if (axis === undefined || other === undefined) return undefined;
    const [place, otherPlace] = [axisPlace(axis, a.length), axisPlace(other, b.length)];
    if (place === undefined) reportAxis(call, 'a', a, axis);
    else if (otherPlace === undefined) reportAxis(call, 'b', b, other);
    if (place === undefined || otherPlace === undefined) return undefined;
    pairs.push([place, otherPlace]);
  }
  return pairs;
}

function tensordot(call: Call): Value {
  const [a, b] = [asArray(call.args.a, ndarray), asArray(call.args.b, ndarray)];
  if (!a?.shape || !b?.shape) return unknown;
  const pairs = summed(call, a.shape, b.shape);
  if (!pairs) return unknown;
  for (const [i, j] of pairs) {
    const certainty = compareSizes(a.shape[i], b.shape[j]);
    if (!isDifferent(certainty)) continue;
    const [left, right] = [call.operand('a'), call.operand('b')];
    call.report({
      code: 'shape-mismatch',
      certainty,
      message: `${left.words} is ${formatDims(a.shape)} and ${right.words} is ${formatDims(b.shape)}: ${call.written} sums over axis ${i} of the first and axis ${j} of the second, whose sizes ${formatDim(a.shape[i])} and ${formatDim(b.shape[j])} differ.`,
      related: [...left.origins, ...right.origins],
    });
    return unknown;
  }
  const [first, second] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))];
  return numpyArray(
    [...a.shape.filter((_, i) => !first.has(i)), ...b.shape.filter((_, j) => !second.has(j))],
    wider(a.dtype, b.dtype),
  );
}

export const tensors: Family = {
  title: 'Products of more than two axes',
  about:
    '`tensordot` sums over axes of equal sizes, `kron` multiplies sizes, `cross` pairs vectors of 2 or 3.',
  entries: [
    { kind: 'function', names: ['numpy.tensordot'], parameters: 'a, b, axes=2', rule: tensordot },
    {
      kind: 'function',
      names: ['numpy.kron'],
      parameters: 'a, b',
      rule: ({ args }) => {
        const [a, b] = [asArray(args.a, ndarray), asArray(args.b, ndarray)];
        if (!a?.shape || !b?.shape || a.shape.length !== b.shape.length || a.shape.length === 0)
          return unknown;
        const other = b.shape;
        return numpyArray(
          a.shape.map((dim, i) => times(dim, other[i])),
          wider(a.dtype, b.dtype),
        );
      },
    },
    {
      kind: 'function',
      names: ['numpy.cross'],
      parameters: 'a, b',
      rule: call => {
        const [a, b] = [asArray(call.args.a, ndarray), asArray(call.args.b, ndarray)];
        if (!a?.shape || !b?.shape || a.shape.length === 0 || b.shape.length === 0) return unknown;
        for (const [name, { shape }] of [
          ['a', a],
          ['b', b],
        ] as const) {
          const last = shape!.at(-1);
          if (!isNumber(last) || last === 2 || last === 3) continue;
          const { words, origins } = call.operand(name);
          call.report({
            code: 'invalid-argument',
            message: `${words} is ${formatDims(shape!)}, and ${call.written} takes vectors of 2 or 3 numbers in the last axis.`,
            related: origins,
          });
          return unknown;
        }
        if (a.shape.at(-1) !== 3 || b.shape.at(-1) !== 3) return unknown;
        const shape = pairShapes(call, a.shape, b.shape);
        return shape ? numpyArray(shape, wider(a.dtype, b.dtype)) : unknown;
      },
    },
  ],
};
