import { numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { readPart } from '../ops/indexing';
import { joinAlong, stackAlong } from '../ops/joining';
import { axesArgument, dimsArgument, numberArgument } from '../ops/readArguments';
import { reportAxis } from '../ops/reportAxis';
import { reportReshape } from '../ops/reportReshape';
import { tensor, tensorType } from '../ops/tensor';
import { axisPlace, permuted } from '../shapes/axes';
import { reshape } from '../shapes/reshape';
import { isNumber } from '../sizes/size';
import { type ArrayValue, int, itemsOf, list, none, tuple, unknown, type Value } from '../values/value';

function shapeTuple(of: Value | undefined): Value {
  return of?.kind === 'array' && of.shape ? tuple(of.shape.map(int)) : unknown;
}

function arraysIn(value: Value | undefined): readonly ArrayValue[] | undefined {
  const items = value && (value.kind === 'list' || value.kind === 'tuple') ? itemsOf(value) : undefined;
  const arrays = items?.map(item => asArray(item, tensorType));
  return arrays && arrays.length > 0 && !arrays.includes(undefined) ? (arrays as ArrayValue[]) : undefined;
}

function asTensor(value: Value): Value {
  return value.kind === 'array' ? tensor(value.shape, value.dtype) : value;
}

function reshaped(call: Call): Value {
  const of = asArray(call.args.tensor, tensorType);
  const to = dimsArgument(call.args.shape);
  if (!to) return unknown;
  const { shape, clash } = reshape(of?.shape, to);
  if (of?.shape && clash) reportReshape(call, 'tensor', of.shape, to, clash);
  return tensor(shape, of?.dtype);
}

export const shapes: Family = {
  title: 'Shapes of tensors',
  about: '`reshape`, `transpose`, `expand_dims`, `squeeze`, `concat`, `stack`, subscripts and `.shape`.',
  entries: [
    { kind: 'attribute', names: ['tensorflow.Tensor.shape'], rule: ({ args }) => shapeTuple(args.self) },
    {
      kind: 'function',
      names: ['tensorflow.Tensor.get_shape'],
      parameters: 'self',
      rule: ({ args }) => shapeTuple(args.self),
    },
    {
      kind: 'attribute',
      names: ['tensorflow.Tensor.ndim'],
      rule: ({ args: { self } }) => int(self?.kind === 'array' ? self.shape?.length : undefined),
    },
    {
      kind: 'function',
      names: ['tuple.as_list'],
      parameters: 'self',
      rule: ({ args: { self } }) => (self?.kind === 'tuple' ? list(self.items) : unknown),
    },
    {
      kind: 'function',
      names: ['tensorflow.Tensor.set_shape', 'tensorflow.Tensor.assign'],
      parameters: 'self, *rest, **extra',
      rule: () => none,
    },
    {
      kind: 'function',
      names: ['tensorflow.Tensor.numpy'],
      parameters: 'self, **extra',
      rule: ({ args: { self } }) =>
        self?.kind === 'array' && self.shape && self.shape.length > 0
          ? numpyArray(self.shape, self.dtype)
          : unknown,
    },
    {
      kind: 'function',
      names: ['tensorflow.Tensor.__getitem__'],
      parameters: 'self, index',
      rule: call => readPart(call) ?? unknown,
    },
    {
      kind: 'function',
      names: ['tensorflow.reshape'],
      parameters: 'tensor, shape, name=None',
      rule: reshaped,
    },
    {
      kind: 'function',
      names: ['tensorflow.transpose'],
      parameters: 'a, perm=None, conjugate=False, name=None',
      rule: ({ args }) => {
        const of = asArray(args.a, tensorType);
        const order = axesArgument(args.perm);
        if (!of?.shape || order === undefined) return unknown;
        if (order === 'all') return tensor([...of.shape].reverse(), of.dtype);
        return order.length === of.shape.length ? tensor(permuted(of.shape, order), of.dtype) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['tensorflow.expand_dims'],
      parameters: 'input, axis=None, name=None, dim=None',
      rule: ({ args }) => {
        const of = asArray(args.input, tensorType);
        const axis = numberArgument(args.axis ?? args.dim);
        const place = of?.shape && axis !== undefined ? axisPlace(axis, of.shape.length + 1) : undefined;
        return of?.shape && place !== undefined ? tensor(of.shape.toSpliced(place, 0, 1), of.dtype) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['tensorflow.squeeze'],
      parameters: 'input, axis=None, name=None, squeeze_dims=None',
      rule: ({ args }) => {
        const of = asArray(args.input, tensorType);
        const axes = axesArgument(args.axis ?? args.squeeze_dims);
        if (!of?.shape || axes === undefined) return unknown;
        const { shape } = of;
        if (axes === 'all') return shape.every(isNumber) ? tensor(shape.filter(dim => dim !== 1)) : unknown;
        const places = axes.map(axis => axisPlace(axis, shape.length));
        return places.includes(undefined)
          ? unknown
          : tensor(
              shape.filter((_, i) => !places.includes(i)),
              of.dtype,
            );
      },
    },
    {
      kind: 'function',
      names: ['tensorflow.concat'],
      parameters: 'values, axis, name=None',
      rule: call => {
        const arrays = arraysIn(call.args.values);
        const axis = numberArgument(call.args.axis);
        return arrays && axis !== undefined ? asTensor(joinAlong(call, arrays, axis, 'values')) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['tensorflow.stack'],
      parameters: 'values, axis=0, name=None',
      rule: call => {
        const arrays = arraysIn(call.args.values);
        const axis = call.args.axis ? numberArgument(call.args.axis) : 0;
        return arrays && axis !== undefined ? asTensor(stackAlong(call, arrays, axis, 'values')) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['tensorflow.argmax', 'tensorflow.argmin', 'tensorflow.math.argmax', 'tensorflow.math.argmin'],
      parameters: 'input, axis=None, name=None, dimension=None, output_type=None',
      rule: call => {
        const of = asArray(call.args.input, tensorType);
        const axis = numberArgument(call.args.axis ?? call.args.dimension ?? int(0));
        if (!of?.shape || axis === undefined) return unknown;
        const place = axisPlace(axis, of.shape.length);
        if (place === undefined) {
          if (of.shape.length > 0) reportAxis(call, 'input', of.shape, axis);
          return unknown;
        }
        return tensor(of.shape.toSpliced(place, 1), 'int64');
      },
    },
  ],
};
