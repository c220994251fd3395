import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { flagArgument, numberArgument } from '../ops/readArguments';
import { axisPlace } from '../shapes/axes';
import { type Dim, minus, plus, product } from '../sizes/size';
import { itemsOf, tuple, unknown, type Value } from '../values/value';

/** How many there are depends on the values. */
const some = (dtype?: string): Value => numpyArray([undefined], dtype);

/** One array of indices for each axis. */
function nonzero({ args }: Call): Value {
  const shape = asArray(args.a, ndarray)?.shape;
  // they have one size, but nobody knows which
  return shape && shape.length > 0 ? tuple(shape.map(() => some('int64'))) : unknown;
}

function unique({ args }: Call): Value {
  const of = asArray(args.ar, ndarray);
  const whole = !args.axis || args.axis.kind === 'none';
  if (!of || !whole) return unknown;
  const wanted = ['return_index', 'return_inverse', 'return_counts'].map(name =>
    flagArgument(args[name], false),
  );
  if (wanted.includes(undefined)) return unknown;
  const values = some(of.dtype);
  const [index, inverse, counts] = wanted;
  if (!index && !inverse && !counts) return values;
  return tuple([
    values,
    ...(index ? [some('int64')] : []),
    // of more than one axis it was flat in some versions, and isn't in others
    ...(inverse ? [of.shape?.length === 1 ? numpyArray(of.shape, 'int64') : unknown] : []),
    ...(counts ? [some('int64')] : []),
  ]);
}

/** How many are taken out or put in: one, or as many as there are indices. */
function countOf(value: Value | undefined): Dim {
  if (value?.kind === 'int') return 1;
  const items = value && itemsOf(value);
  const indices = items?.map(item => numberArgument(item));
  // one that is named twice is one
  const known = indices?.every(index => index !== undefined && index >= 0);
  return known ? new Set(indices).size : undefined;
}

/** As many are put in as there are places, be one named twice. */
function placesIn(value: Value | undefined): Dim {
  return value && itemsOf(value)?.length;
}

function changed(call: Call, change: (size: Dim) => Dim): Value {
  const of = asArray(call.args.arr, ndarray);
  const axis = call.args.axis && numberArgument(call.args.axis);
  if (!of?.shape || axis === undefined) return of ? some(of.dtype) : unknown;
  const place = axisPlace(axis, of.shape.length);
  if (place === undefined) return unknown;
  return numpyArray(
    of.shape.map((dim, i) => (i === place ? change(dim) : dim)),
    of.dtype,
  );
}

/** Without an axis, into all the values in one row. */
function inserted(call: Call): Value {
  const { arr, obj, axis, values } = call.args;
  const of = asArray(arr, ndarray);
  if (!axis || axis.kind === 'none') {
    const put = asArray(values, ndarray)?.shape;
    const count = obj?.kind === 'int' && put ? product(put) : placesIn(obj);
    return of ? numpyArray([of.shape && plus(product(of.shape), count)], of.dtype) : unknown;
  }
  return changed(call, size => (obj?.kind === 'int' ? undefined : plus(size, placesIn(obj))));
}

function ofShape(names: readonly string[], parameters: string, from: string, dtype?: string): Entry {
  return {
    kind: 'function',
    names,
    parameters,
    rule: ({ args }) => {
      const of = asArray(args[from], ndarray);
      return of?.shape && of.shape.length > 0 ? numpyArray(of.shape, dtype ?? of.dtype) : unknown;
    },
  };
}

export const selections: Family = {
  title: 'Searching and sets',
  about:
    'How many values are found is unknown, but not along how many axes; `isin` and `digitize` keep the shape.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.nonzero', 'numpy.ndarray.nonzero'],
      parameters: 'a',
      rule: nonzero,
    },
    {
      kind: 'function',
      names: ['numpy.argwhere'],
      parameters: 'a',
      rule: ({ args }) => {
        const shape = asArray(args.a, ndarray)?.shape;
        return shape ? numpyArray([undefined, shape.length], 'int64') : unknown;
      },
    },
    { kind: 'function', names: ['numpy.flatnonzero'], parameters: 'a', rule: () => some('int64') },
    {
      kind: 'function',
      names: ['numpy.unique'],
      parameters:
        'ar, return_index=False, return_inverse=False, return_counts=False, axis=None, equal_nan=True',
      rule: unique,
    },
    {
      kind: 'function',
      names: ['numpy.union1d', 'numpy.setdiff1d', 'numpy.setxor1d'],
      parameters: 'ar1, ar2, assume_unique=False',
      rule: () => some(),
    },
    {
      kind: 'function',
      names: ['numpy.intersect1d'],
      parameters: 'ar1, ar2, assume_unique=False, return_indices=False',
      rule: ({ args }) => (args.return_indices ? unknown : some()),
    },
    ofShape(
      ['numpy.isin', 'numpy.in1d'],
      'element, test_elements, assume_unique=False, invert=False, kind=None',
      'element',
      'bool',
    ),
    ofShape(['numpy.digitize'], 'x, bins, right=False', 'x', 'int64'),
    ofShape(['numpy.searchsorted'], 'a, v, side="left", sorter=None', 'v', 'int64'),
    ofShape(['numpy.partition'], 'a, kth, axis=-1, kind="introselect", order=None', 'a'),
    ofShape(['numpy.argpartition'], 'a, kth, axis=-1, kind="introselect", order=None', 'a', 'int64'),
    {
      kind: 'function',
      names: ['numpy.delete'],
      parameters: 'arr, obj, axis=None',
      rule: call => changed(call, size => minus(size, countOf(call.args.obj))),
    },
    {
      kind: 'function',
      names: ['numpy.insert'],
      parameters: 'arr, obj, values, axis=None',
      rule: call => inserted(call),
    },
    {
      kind: 'function',
      names: ['numpy.take', 'numpy.ndarray.take'],
      parameters: 'a, indices, axis=None, out=None, mode="raise"',
      rule: ({ args }) => {
        const [of, indices] = [asArray(args.a, ndarray), asArray(args.indices, ndarray)?.shape];
        if (!of?.shape || !indices) return unknown;
        if (!args.axis || args.axis.kind === 'none')
          return indices.length > 0 ? numpyArray(indices, of.dtype) : unknown;
        const axis = numberArgument(args.axis);
        const place = axis === undefined ? undefined : axisPlace(axis, of.shape.length);
        if (place === undefined) return unknown;
        const shape = of.shape.toSpliced(place, 1, ...indices);
        return shape.length > 0 ? numpyArray(shape, of.dtype) : unknown;
      },
    },
  ],
};
