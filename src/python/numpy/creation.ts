import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { dimsArgument, dtypeArgument, numberArgument } from '../ops/readArguments';
import { hasParts, structured } from '../ops/structured';
import { isNumber, minus } from '../sizes/size';
import { joinDims } from '../values/joinValues';
import { sizeIn, unknown, type Value } from '../values/value';

function filled(call: Call): Value {
  const shape = dimsArgument(call.args.shape);
  const { dtype: second } = call.args;
  if (second?.kind === 'int' && call.args.shape?.kind === 'int') {
    const [rows, columns] = [call.operand('shape'), call.operand('dtype')];
    call.report({
      code: 'invalid-argument',
      message: `${call.written} takes the whole shape as its first argument, and the type as its second: write ${call.written}((${rows.words}, ${columns.words})).`,
      fixes:
        rows.source === '' || columns.source === ''
          ? []
          : [
              {
                title: 'Put the sizes in brackets',
                edits: [
                  { offset: rows.span.start, length: 0, text: '(' },
                  { offset: columns.span.end, length: 0, text: ')' },
                ],
              },
            ],
    });
    return numpyArray([call.args.shape.size, second.size], 'float64');
  }
  if (second && hasParts(second)) return structured(shape, second);
  const dtype = second ? dtypeArgument(second) : 'float64';
  return shape ? numpyArray(shape, dtype) : numpyArray(undefined, dtype);
}

function alike(call: Call): Value {
  const like = asArray(call.args.a, ndarray);
  if (!like) return unknown;
  const shape = call.args.shape ? dimsArgument(call.args.shape) : like.shape;
  return numpyArray(shape, call.args.dtype ? dtypeArgument(call.args.dtype) : like.dtype);
}

export const creation: Family = {
  title: 'Making arrays',
  about: 'Array literals have the shape of their brackets; lists of rows of several lengths are unknown.',
  entries: [
    {
      kind: 'function',
      names: [
        'numpy.array',
        'numpy.asarray',
        'numpy.asanyarray',
        'numpy.ascontiguousarray',
        'numpy.asfarray',
      ],
      parameters: 'object, dtype=None, copy=True, order=None, subok=False, ndmin=0, like=None',
      rule: call => {
        const { args } = call;
        const { object } = args;
        // what knows itself how it becomes an array: a picture
        const own = object?.kind === 'instance' ? call.attribute(object, '__array__') : undefined;
        const made = asArray(own?.kind === 'op' ? call.invoke(own, []) : object, ndarray);
        if (!made || hasParts(args.dtype) || (args.ndmin && numberArgument(args.ndmin) !== 0)) return unknown;
        // a tensor of another library becomes an array
        return numpyArray(made.shape, args.dtype ? dtypeArgument(args.dtype) : made.dtype);
      },
    },
    {
      kind: 'function',
      names: ['numpy.zeros', 'numpy.ones', 'numpy.empty', 'numpy.ndarray'],
      parameters: 'shape, dtype=float, order=None, like=None',
      rule: filled,
    },
    {
      kind: 'function',
      names: ['numpy.full'],
      parameters: 'shape, fill_value, dtype=None, order=None, like=None',
      rule: ({ args }) =>
        numpyArray(dimsArgument(args.shape), args.dtype ? dtypeArgument(args.dtype) : undefined),
    },
    {
      kind: 'function',
      names: ['numpy.zeros_like', 'numpy.ones_like', 'numpy.empty_like'],
      parameters: 'a, dtype=None, order=None, subok=True, shape=None',
      rule: alike,
    },
    {
      kind: 'function',
      names: ['numpy.full_like'],
      parameters: 'a, fill_value, dtype=None, order=None, subok=True, shape=None',
      rule: alike,
    },
    {
      kind: 'function',
      names: ['numpy.eye'],
      parameters: 'N, M=None, k=0, dtype=float, order=None, like=None',
      rule: ({ args }) => {
        const rows = sizeIn(args.N);
        const columns = !args.M || args.M.kind === 'none' ? rows : sizeIn(args.M);
        return numpyArray([rows, columns], args.dtype ? dtypeArgument(args.dtype) : 'float64');
      },
    },
    {
      kind: 'function',
      names: ['numpy.identity'],
      parameters: 'n, dtype=None, like=None',
      rule: ({ args }) => {
        const size = sizeIn(args.n);
        return numpyArray([size, size], args.dtype ? dtypeArgument(args.dtype) : 'float64');
      },
    },
    {
      kind: 'function',
      names: ['numpy.arange'],
      parameters: 'start, stop=None, step=None, dtype=None, like=None',
      rule: ({ args }) => {
        const { start, stop, step } = args;
        const dtype = [start, stop, step].every(part => !part || part.kind === 'int') ? 'int64' : undefined;
        const one = !stop || stop.kind === 'none';
        const [from, to] = one ? [0, sizeIn(start)] : [sizeIn(start), sizeIn(stop)];
        const by = !step || step.kind === 'none' ? 1 : numberArgument(step);
        const length = minus(to, from);
        if (by === 1) return numpyArray([isNumber(length) ? Math.max(0, length) : length], dtype);
        return numpyArray([isNumber(length) && by ? Math.max(0, Math.ceil(length / by)) : undefined], dtype);
      },
    },
    {
      kind: 'function',
      names: ['numpy.linspace', 'numpy.logspace', 'numpy.geomspace'],
      parameters: 'start, stop, num=50, endpoint=True, base=10, retstep=False, dtype=None, axis=0',
      rule: ({ args }) => {
        if (args.retstep) return unknown;
        const [from, to] = [asArray(args.start, ndarray), asArray(args.stop, ndarray)];
        if (from?.shape?.length !== 0 || to?.shape?.length !== 0)
          return args.start?.kind === 'unknown' || args.stop?.kind === 'unknown'
            ? unknown
            : numpyArray(undefined);
        return numpyArray([args.num ? sizeIn(args.num) : 50], 'float64');
      },
    },
    {
      kind: 'function',
      names: ['numpy.diag'],
      parameters: 'v, k=0',
      rule: ({ args }) => {
        const of = asArray(args.v, ndarray);
        if (!of?.shape) return unknown;
        const plain = !args.k || numberArgument(args.k) === 0;
        const [rows, columns] = of.shape;
        if (of.shape.length === 1) return numpyArray(plain ? [rows, rows] : [undefined, undefined], of.dtype);
        return numpyArray([plain && of.shape.length === 2 ? joinDims(rows, columns) : undefined], of.dtype);
      },
    },
    {
      kind: 'function',
      names: ['numpy.meshgrid'],
      parameters: '*xi, copy=True, sparse=False, indexing="xy"',
      rule: ({ args, rest }) => {
        const lengths = rest.map(value => asArray(value, ndarray)?.shape);
        if (args.sparse || lengths.some(shape => shape?.length !== 1)) return unknown;
        const sizes = lengths.map(shape => shape![0]);
        const swapped = args.indexing?.kind === 'string' ? args.indexing.value !== 'ij' : !args.indexing;
        if (swapped && sizes.length > 1) [sizes[0], sizes[1]] = [sizes[1], sizes[0]];
        return { kind: 'tuple', items: rest.map(() => numpyArray(sizes, undefined)) };
      },
    },
  ],
};
