import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import { pairShapes } from '../ops/elementwise';
import type { Family } from '../ops/entry';
import { axesArgument, flagArgument, numberArgument } from '../ops/readArguments';
import { reportAxis } from '../ops/reportAxis';
import { axisPlace, reduced } from '../shapes/axes';
import { type Dim, isNumber, minus, plus } from '../sizes/size';
import { float, sizeIn, tuple, unknown, type Value } from '../values/value';

/** One row and one column for each variable, which are the rows of m, or with `rowvar=False` its columns. */
function covariance({ args }: Call): Value {
  const m = asArray(args.m, ndarray)?.shape;
  const byRow = flagArgument(args.rowvar, true);
  if (!m || byRow === undefined) return unknown;
  const count = (shape: readonly Dim[]): Dim =>
    shape.length === 1 ? 1 : byRow || shape[0] === 1 ? shape[0] : shape[1];
  if (m.length === 0 || m.length > 2) return unknown;
  let variables = count(m);
  if (args.y && args.y.kind !== 'none') {
    const y = asArray(args.y, ndarray)?.shape;
    if (!y || y.length === 0 || y.length > 2) return unknown;
    variables = plus(variables, count(y));
  }
  if (variables === 1) return float();
  return numpyArray([variables, variables], 'float64');
}

/** Quantiles along an axis; several of them come first. */
function quantiles(call: Call): Value {
  const { a, q, axis, keepdims } = call.args;
  const [of, wanted] = [asArray(a, ndarray), asArray(q, ndarray)?.shape];
  const axes = axesArgument(axis);
  const keep = flagArgument(keepdims, false);
  if (!of?.shape || !wanted || axes === undefined || keep === undefined) return unknown;
  const { shape } = of;
  const places = axes === 'all' ? shape.map((_, i) => i) : axes.map(each => axisPlace(each, shape.length));
  const wrong = places.indexOf(undefined);
  if (wrong >= 0) {
    reportAxis(call, 'a', shape, (axes as readonly number[])[wrong]!);
    return unknown;
  }
  const left = [...wanted, ...reduced(shape, places as number[], keep)];
  return left.length === 0 ? float() : numpyArray(left, 'float64');
}

export const statistics: Family = {
  title: 'Statistics and polynomials',
  about:
    'Covariances, quantiles, histograms, differences, convolutions, and polynomials that are fitted or evaluated.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.cov'],
      parameters: 'm, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, dtype=None',
      rule: covariance,
    },
    {
      kind: 'function',
      names: ['numpy.corrcoef'],
      parameters: 'm, y=None, rowvar=True, bias=None, ddof=None, dtype=None',
      rule: covariance,
    },
    {
      kind: 'function',
      names: ['numpy.percentile', 'numpy.quantile', 'numpy.nanpercentile', 'numpy.nanquantile'],
      parameters:
        'a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, interpolation=None',
      rule: quantiles,
    },
    {
      kind: 'function',
      names: ['numpy.histogram'],
      parameters: 'a, bins=10, range=None, density=None, weights=None, normed=None',
      rule: ({ args }) => {
        if (args.bins && args.bins.kind !== 'int') return unknown;
        const bins = args.bins ? sizeIn(args.bins) : 10;
        return tuple([numpyArray([bins]), numpyArray([plus(bins, 1)], 'float64')]);
      },
    },
    {
      kind: 'function',
      names: ['numpy.bincount'],
      parameters: 'x, weights=None, minlength=0',
      rule: ({ args }) => numpyArray([undefined], args.weights ? 'float64' : 'int64'),
    },
    {
      kind: 'function',
      names: ['numpy.diff'],
      parameters: 'a, n=1, axis=-1, prepend=None, append=None',
      rule: call => {
        const of = asArray(call.args.a, ndarray);
        const times = call.args.n ? numberArgument(call.args.n) : 1;
        const axis = call.args.axis ? numberArgument(call.args.axis) : -1;
        if (!of?.shape || times === undefined || axis === undefined || call.args.prepend || call.args.append)
          return unknown;
        const place = axisPlace(axis, of.shape.length);
        if (place === undefined) {
          reportAxis(call, 'a', of.shape, axis);
          return unknown;
        }
        return numpyArray(
          of.shape.map((dim, i) =>
            i === place ? (isNumber(dim) ? Math.max(0, dim - times) : minus(dim, times)) : dim,
          ),
          of.dtype,
        );
      },
    },
    {
      kind: 'function',
      names: ['numpy.gradient'],
      parameters: 'f, *varargs, axis=None, edge_order=1',
      rule: ({ args }) => {
        const of = asArray(args.f, ndarray);
        return of?.shape?.length === 1 ? numpyArray(of.shape, 'float64') : unknown;
      },
    },
    {
      kind: 'function',
      names: ['numpy.convolve'],
      parameters: 'a, v, mode="full"',
      rule: ({ args }) => {
        const [a, v] = [asArray(args.a, ndarray)?.shape, asArray(args.v, ndarray)?.shape];
        const mode = args.mode ? (args.mode.kind === 'string' ? args.mode.value : undefined) : 'full';
        if (a?.length !== 1 || v?.length !== 1) return unknown;
        if (mode === 'full') return numpyArray([minus(plus(a[0], v[0]), 1)]);
        if (!isNumber(a[0]) || !isNumber(v[0])) return numpyArray([undefined]);
        const [most, least] = [Math.max(a[0], v[0]), Math.min(a[0], v[0])];
        return numpyArray([mode === 'same' ? most : mode === 'valid' ? most - least + 1 : undefined]);
      },
    },
    {
      kind: 'function',
      names: ['numpy.interp'],
      parameters: 'x, xp, fp, left=None, right=None, period=None',
      rule: call => {
        const [x, xp, fp] = ['x', 'xp', 'fp'].map(name => asArray(call.args[name], ndarray));
        if (xp?.shape && fp?.shape && !pairShapes(call, xp.shape, fp.shape, ['xp', 'fp'])) return unknown;
        return x?.shape ? (x.shape.length === 0 ? float() : numpyArray(x.shape, 'float64')) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['numpy.polyfit'],
      parameters: 'x, y, deg, rcond=None, full=False, w=None, cov=False',
      rule: ({ args }) => {
        const y = asArray(args.y, ndarray)?.shape;
        const degree = sizeIn(args.deg);
        if (!y || y.length === 0 || args.full || args.cov) return unknown;
        return numpyArray([plus(degree, 1), ...y.slice(1)], 'float64');
      },
    },
    {
      kind: 'function',
      names: ['numpy.polyval'],
      parameters: 'p, x',
      rule: ({ args }) => {
        const x = asArray(args.x, ndarray);
        return x?.shape && x.shape.length > 0 ? numpyArray(x.shape) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['numpy.trapz', 'numpy.trapezoid'],
      parameters: 'y, x=None, dx=1.0, axis=-1',
      rule: ({ args }) => (asArray(args.y, ndarray)?.shape?.length === 1 ? float() : unknown),
    },
  ],
};
