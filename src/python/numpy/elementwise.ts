import { ndarray, numpyArray } from '../ops/array';
import { asArray, wider } from '../ops/asArray';
import type { Call } from '../ops/call';
import { pairShapes } from '../ops/elementwise';
import type { Family } from '../ops/entry';
import { keepsShape } from '../ops/inPlace';
import { broadcast } from '../shapes/broadcast';
import { bool, float, unknown, type Value } from '../values/value';

const dunder = (...names: string[]) => names.map(name => `numpy.ndarray.__${name}__`);
const named = (...names: string[]) => names.map(name => `numpy.${name}`);

function pair(dtypeOf: (a?: string, b?: string) => string | undefined) {
  return (call: Call): Value => {
    const [a, b] = [asArray(call.args.a, ndarray), asArray(call.args.b, ndarray)];
    if (a?.dtype === 'str' || b?.dtype === 'str') return unknown;
    const dtype = dtypeOf(a?.dtype, b?.dtype);
    if (!a?.shape || !b?.shape) return unknown;
    const shape = pairShapes(call, a.shape, b.shape);
    if (!shape) return unknown;
    return shape.length === 0 ? scalar(dtype) : numpyArray(shape, dtype);
  };
}

function one(dtypeOf: (dtype?: string) => string | undefined) {
  return ({ args }: Call): Value => {
    const x = asArray(args.x, ndarray);
    if (!x) return unknown;
    const dtype = dtypeOf(x.dtype);
    return x.shape?.length === 0 ? scalar(dtype) : numpyArray(x.shape, dtype);
  };
}

function scalar(dtype: string | undefined): Value {
  if (dtype === 'bool') return bool();
  return dtype?.startsWith('float') ? float() : numpyArray([], dtype);
}

const asFloat = (dtype?: string) =>
  dtype?.startsWith('float') || dtype?.startsWith('complex') ? dtype : dtype && 'float64';
const same = (dtype?: string) => dtype;
const truth = () => 'bool';

export const elementwise: Family = {
  title: 'Elementwise operations and broadcasting',
  about:
    'Operators and functions of one or two arrays. Sizes are paired from the right; a (m, 1) minus a (m,) that makes a square is a warning.',
  entries: [
    {
      kind: 'function',
      names: [
        ...dunder('add', 'sub', 'mul', 'floordiv', 'mod', 'pow', 'lshift', 'rshift'),
        ...named(
          'add',
          'subtract',
          'multiply',
          'floor_divide',
          'mod',
          'remainder',
          'fmod',
          'power',
          'float_power',
          'maximum',
          'minimum',
          'fmax',
          'fmin',
        ),
      ],
      parameters: 'a, b, out=None, where=None, dtype=None',
      rule: pair(wider),
    },
    {
      kind: 'function',
      names: [...dunder('truediv'), ...named('divide', 'true_divide', 'arctan2', 'hypot', 'logaddexp')],
      parameters: 'a, b, out=None, where=None, dtype=None',
      rule: pair((a, b) => asFloat(wider(a, b))),
    },
    {
      kind: 'function',
      names: [...dunder('and', 'or', 'xor'), ...named('bitwise_and', 'bitwise_or', 'bitwise_xor')],
      parameters: 'a, b, out=None, where=None',
      rule: pair(wider),
    },
    {
      kind: 'function',
      names: [
        ...dunder('lt', 'le', 'gt', 'ge'),
        ...named(
          'less',
          'less_equal',
          'greater',
          'greater_equal',
          'equal',
          'not_equal',
          'logical_and',
          'logical_or',
          'logical_xor',
          'isclose',
        ),
      ],
      parameters: 'a, b, rtol=None, atol=None, equal_nan=None, out=None, where=None',
      rule: pair(truth),
    },
    {
      kind: 'function',
      names: dunder('eq', 'ne'),
      parameters: 'a, b',
      // arrays that can't be paired are unequal, with a warning of NumPy's own; None and strings are no arrays
      rule: call => {
        const [a, b] = [call.args.a, call.args.b];
        if (a?.kind === 'none' || b?.kind === 'none') return bool();
        return pair(truth)(call);
      },
    },
    {
      kind: 'function',
      names: named(
        'exp',
        'log',
        'log2',
        'log10',
        'log1p',
        'expm1',
        'exp2',
        'sqrt',
        'cbrt',
        'sin',
        'cos',
        'tan',
        'arcsin',
        'arccos',
        'arctan',
        'sinh',
        'cosh',
        'tanh',
        'arcsinh',
        'arccosh',
        'arctanh',
        'deg2rad',
        'rad2deg',
        'radians',
        'degrees',
        'sinc',
      ),
      parameters: 'x, out=None, where=None, dtype=None',
      rule: one(asFloat),
    },
    {
      kind: 'function',
      names: [
        ...named(
          'abs',
          'absolute',
          'fabs',
          'negative',
          'positive',
          'square',
          'sign',
          'floor',
          'ceil',
          'rint',
          'trunc',
          'reciprocal',
          'conj',
          'conjugate',
          'nan_to_num',
          'copy',
          'invert',
        ),
        ...dunder('neg', 'pos', 'abs', 'invert'),
      ],
      parameters: 'x, out=None, where=None, dtype=None',
      rule: one(same),
    },
    {
      kind: 'function',
      names: [...named('round', 'around', 'round_'), 'numpy.ndarray.round'],
      parameters: 'x, decimals=0, out=None',
      rule: one(same),
    },
    {
      kind: 'function',
      names: named('real', 'imag', 'angle'),
      parameters: 'x, deg=False',
      rule: one(() => 'float64'),
    },
    {
      kind: 'function',
      names: [...named('isnan', 'isinf', 'isfinite', 'logical_not', 'signbit')],
      parameters: 'x, out=None, where=None',
      rule: one(truth),
    },
    {
      kind: 'function',
      names: ['numpy.clip', 'numpy.ndarray.clip'],
      parameters: 'x, a_min=None, a_max=None, out=None, min=None, max=None',
      rule: one(same),
    },
    {
      kind: 'function',
      names: ['numpy.where'],
      parameters: 'condition, x=None, y=None',
      rule: ({ args }) => {
        if (!args.x || !args.y) return unknown;
        const parts = [args.condition, args.x, args.y].map(value => asArray(value, ndarray)?.shape);
        if (parts.includes(undefined)) return unknown;
        const [condition, x, y] = parts as (readonly (number | undefined)[])[];
        const first = broadcast(condition!, x!);
        const both = broadcast(first.shape, y!);
        return first.clash || both.clash
          ? unknown
          : numpyArray(both.shape, wider(asArray(args.x, ndarray)?.dtype, asArray(args.y, ndarray)?.dtype));
      },
    },
    {
      kind: 'function',
      names: ['numpy.ndarray.__inplace__'],
      parameters: 'before, after',
      // a += b: what comes out must fit into a, which keeps its shape
      rule: call => {
        const { before, after } = call.args;
        if (before?.kind !== 'array' || after?.kind !== 'array') return unknown;
        const [has, gets] = [before.shape, after.shape];
        if (has && gets && has.length > 0)
          keepsShape(call, call.written.split(/[-+*/]?=/)[0]!.trim(), has, gets);
        return before;
      },
    },
  ],
};
