import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { joinAlong, stackAlong } from '../ops/joining';
import { dimsArgument, numberArgument } from '../ops/readArguments';
import { axisPlace } from '../shapes/axes';
import { isNumber, plus, product, times } from '../sizes/size';
import { type ArrayValue, itemsOf, list, sizeIn, tuple, unknown, type Value } from '../values/value';

/** The arrays in a list or tuple; undefined where they aren't all known to be some. */
function parts(value: Value | undefined): readonly ArrayValue[] | undefined {
  if (!value) return undefined;
  const items = itemsOf(value);
  const arrays = items?.map(item => asArray(item, ndarray));
  return arrays && arrays.length > 0 && arrays.every(array => array !== undefined)
    ? (arrays as ArrayValue[])
    : undefined;
}

function at(axis: number) {
  return (call: Call, lift: (shape: ArrayValue) => ArrayValue): Value => {
    const arrays = parts(call.args.arrays)?.map(lift);
    return arrays ? joinAlong(call, arrays, axis) : unknown;
  };
}

const lifted = (rank: number) => (of: ArrayValue) =>
  of.shape && of.shape.length < rank
    ? { ...of, shape: [...Array(rank - of.shape.length).fill(1), ...of.shape] }
    : of;

export const joining: Family = {
  title: 'Joining, splitting and repeating',
  about: 'Arrays joined along an axis must agree in all others.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.concatenate', 'numpy.concat'],
      parameters: 'arrays, axis=0, out=None, dtype=None, casting=None',
      rule: call => {
        const arrays = parts(call.args.arrays);
        if (!arrays) return unknown;
        if (call.args.axis?.kind === 'none') return numpyArray([undefined]);
        const axis = call.args.axis ? numberArgument(call.args.axis) : 0;
        return axis === undefined ? unknown : joinAlong(call, arrays, axis);
      },
    },
    {
      kind: 'function',
      names: ['numpy.stack'],
      parameters: 'arrays, axis=0, out=None, dtype=None, casting=None',
      rule: call => {
        const arrays = parts(call.args.arrays);
        const axis = call.args.axis ? numberArgument(call.args.axis) : 0;
        return arrays && axis !== undefined ? stackAlong(call, arrays, axis) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['numpy.vstack', 'numpy.row_stack'],
      parameters: 'arrays, dtype=None, casting=None',
      rule: call => at(0)(call, lifted(2)),
    },
    {
      kind: 'function',
      names: ['numpy.hstack'],
      parameters: 'arrays, dtype=None, casting=None',
      rule: call => {
        const arrays = parts(call.args.arrays);
        if (!arrays?.[0]?.shape) return unknown;
        return joinAlong(call, arrays.map(lifted(1)), arrays[0].shape.length <= 1 ? 0 : 1);
      },
    },
    {
      kind: 'function',
      names: ['numpy.column_stack'],
      parameters: 'arrays',
      rule: call => at(1)(call, of => (of.shape?.length === 1 ? { ...of, shape: [...of.shape, 1] } : of)),
    },
    {
      kind: 'function',
      names: ['numpy.dstack'],
      parameters: 'arrays',
      rule: call =>
        at(2)(call, of => {
          const { shape } = of;
          if (!shape || shape.length > 2) return of;
          return {
            ...of,
            shape: shape.length < 2 ? [1, ...shape, ...Array(2 - shape.length).fill(1)] : [...shape, 1],
          };
        }),
    },
    {
      kind: 'function',
      names: ['numpy.append'],
      parameters: 'arr, values, axis=None',
      rule: call => {
        const [a, b] = [asArray(call.args.arr, ndarray), asArray(call.args.values, ndarray)];
        if (!a || !b) return unknown;
        const axis = call.args.axis && numberArgument(call.args.axis);
        if (!call.args.axis || call.args.axis.kind === 'none') {
          return numpyArray([plus(a.shape && product(a.shape), b.shape && product(b.shape))], a.dtype);
        }
        return axis === undefined ? unknown : joinAlong(call, [a, b], axis);
      },
    },
    {
      kind: 'function',
      names: ['numpy.split', 'numpy.array_split', 'numpy.hsplit', 'numpy.vsplit'],
      parameters: 'ary, indices_or_sections, axis=0',
      rule: call => {
        const of = asArray(call.args.ary, ndarray);
        const count = numberArgument(call.args.indices_or_sections);
        const axis = call.name === 'numpy.hsplit' ? 1 : call.args.axis ? numberArgument(call.args.axis) : 0;
        if (!of?.shape || count === undefined || count < 1 || count > 256 || axis === undefined)
          return unknown;
        const place = axisPlace(axis, of.shape.length);
        const size = place === undefined ? undefined : of.shape[place];
        if (place === undefined) return unknown;
        const even = isNumber(size) ? size % count === 0 : undefined;
        if (even === false && call.name !== 'numpy.array_split') {
          call.report({
            code: 'invalid-argument',
            message: `${call.operand('ary').words} has ${size as number} along axis ${place}, which can't be split into ${count} equal parts.`,
            related: call.operand('ary').origins,
          });
        }
        const shape = of.shape.map((dim, i) =>
          i === place ? (even && isNumber(size) ? size / count : undefined) : dim,
        );
        return list(Array.from({ length: count }, () => numpyArray(shape, of.dtype)));
      },
    },
    {
      kind: 'function',
      names: ['numpy.tile'],
      parameters: 'A, reps',
      rule: ({ args }) => {
        const of = asArray(args.A, ndarray);
        const reps = dimsArgument(args.reps);
        if (!of?.shape || !reps) return unknown;
        const rank = Math.max(reps.length, of.shape.length);
        const pad = <T>(dims: readonly T[], one: T) => [...Array<T>(rank - dims.length).fill(one), ...dims];
        const counts = pad(reps, 1);
        return numpyArray(
          pad(of.shape, 1).map((dim, i) => times(dim, counts[i])),
          of.dtype,
        );
      },
    },
    {
      kind: 'function',
      names: ['numpy.repeat', 'numpy.ndarray.repeat'],
      parameters: 'a, repeats, axis=None',
      rule: ({ args }) => {
        const of = asArray(args.a, ndarray);
        if (!of?.shape) return unknown;
        const count = sizeIn(args.repeats);
        if (!args.axis || args.axis.kind === 'none')
          return numpyArray([times(product(of.shape), count)], of.dtype);
        const axis = numberArgument(args.axis);
        const place = axis === undefined ? undefined : axisPlace(axis, of.shape.length);
        if (place === undefined) return unknown;
        return numpyArray(
          of.shape.map((dim, i) => (i === place ? times(dim, count) : dim)),
          of.dtype,
        );
      },
    },
    {
      kind: 'function',
      names: ['numpy.pad'],
      parameters: 'array, pad_width, mode="constant", constant_values=0, **kwargs',
      rule: ({ args }) => {
        const of = asArray(args.array, ndarray);
        if (!of?.shape || !args.pad_width) return unknown;
        const widths = itemsOf(args.pad_width);
        const pairs = of.shape.map((_, i) => {
          if (args.pad_width!.kind === 'int') return tuple([args.pad_width!, args.pad_width!]);
          if (!widths) return undefined;
          if (widths.length === 2 && widths.every(({ kind }) => kind === 'int')) return tuple(widths);
          return widths.length === of.shape!.length ? widths[i] : widths.length === 1 ? widths[0] : undefined;
        });
        return numpyArray(
          of.shape.map((dim, i) => {
            const pair = pairs[i] && dimsArgument(pairs[i]);
            return pair?.length === 2 ? plus(dim, plus(pair[0], pair[1])) : undefined;
          }),
          of.dtype,
        );
      },
    },
  ],
};
