import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { axesArgument, flagArgument } from '../ops/readArguments';
import { reportAxis } from '../ops/reportAxis';
import { axisPlace, reduced } from '../shapes/axes';
import { bool, float, int, unknown, type Value } from '../values/value';

const both = (...names: string[]) => names.flatMap(name => [`numpy.${name}`, `numpy.ndarray.${name}`]);

function reduce(dtypeOf: (dtype?: string) => string | undefined) {
  return (call: Call): Value => {
    const of = asArray(call.args.a, ndarray);
    if (!of) return unknown;
    const dtype = dtypeOf(of.dtype);
    const axes = axesArgument(call.args.axis);
    const keep = flagArgument(call.args.keepdims, false);
    if (axes === undefined || keep === undefined) return numpyArray(undefined, dtype);
    if (axes === 'all') {
      return keep
        ? numpyArray(
            of.shape?.map(() => 1),
            dtype,
          )
        : scalar(dtype);
    }
    if (!of.shape) return unknown;
    const { shape } = of;
    const places = axes.map(axis => axisPlace(axis, shape.length));
    const wrong = places.indexOf(undefined);
    if (wrong >= 0) {
      reportAxis(call, 'a', shape, axes[wrong]!);
      return unknown;
    }
    const left = reduced(shape, places as number[], keep);
    return left.length === 0 ? scalar(dtype) : numpyArray(left, dtype);
  };
}

/** A number of NumPy has methods and a shape, but counts as a plain one. */
function scalar(dtype: string | undefined): Value {
  if (dtype === 'bool') return bool();
  if (dtype?.startsWith('float')) return float();
  return dtype === 'int64' ? int(undefined) : numpyArray([], dtype);
}

const summed = (dtype?: string) => (dtype === 'bool' ? 'int64' : dtype);
const asFloat = (dtype?: string) =>
  dtype?.startsWith('float') || dtype?.startsWith('complex') ? dtype : 'float64';

export const reductions: Family = {
  title: 'Reductions',
  about: 'Sums, means, extremes and the like over all or some axes, with and without `keepdims`.',
  entries: [
    {
      kind: 'function',
      names: [
        ...both('sum', 'prod', 'max', 'min', 'ptp'),
        'numpy.amax',
        'numpy.amin',
        'numpy.nansum',
        'numpy.nanmax',
        'numpy.nanmin',
      ],
      parameters: 'a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None',
      rule: reduce(summed),
    },
    {
      kind: 'function',
      names: [
        ...both('mean', 'std', 'var'),
        'numpy.median',
        'numpy.nanmean',
        'numpy.nanstd',
        'numpy.nanvar',
        'numpy.nanmedian',
      ],
      parameters: 'a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=None',
      rule: reduce(asFloat),
    },
    {
      kind: 'function',
      names: ['numpy.average'],
      parameters: 'a, axis=None, weights=None, returned=False, keepdims=False',
      rule: call => (call.args.returned ? unknown : reduce(asFloat)(call)),
    },
    {
      kind: 'function',
      names: both('all', 'any'),
      parameters: 'a, axis=None, out=None, keepdims=False, where=None',
      rule: reduce(() => 'bool'),
    },
    {
      kind: 'function',
      names: both('argmax', 'argmin'),
      parameters: 'a, axis=None, out=None, keepdims=False',
      rule: reduce(() => 'int64'),
    },
    {
      kind: 'function',
      names: ['numpy.count_nonzero'],
      parameters: 'a, axis=None, keepdims=False',
      rule: reduce(() => 'int64'),
    },
    {
      kind: 'function',
      names: both('cumsum', 'cumprod'),
      parameters: 'a, axis=None, dtype=None, out=None',
      rule: ({ args }) => {
        const of = asArray(args.a, ndarray);
        if (!of) return unknown;
        if (axesArgument(args.axis) === 'all')
          return of.shape?.length === 1 ? of : numpyArray([undefined], of.dtype);
        return of;
      },
    },
    {
      kind: 'function',
      names: ['numpy.linalg.norm'],
      parameters: 'a, ord=None, axis=None, keepdims=False',
      rule: reduce(() => 'float64'),
    },
  ],
};
