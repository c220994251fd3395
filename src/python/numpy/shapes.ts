import { ndarray, numpyArray, withShape } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { axesArgument, dimsArgument, dimsOfRest, numberArgument } from '../ops/readArguments';
import { reportAxis } from '../ops/reportAxis';
import { reportReshape } from '../ops/reportReshape';
import { axisPlace, permuted } from '../shapes/axes';
import { reshape } from '../shapes/reshape';
import { type Dim, isNumber, product } from '../sizes/size';
import { unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';

function reshaped(call: Call, to: readonly Dim[] | undefined): Value {
  const of = asArray(call.args.a, ndarray);
  if (!to) return of ? numpyArray(undefined, of.dtype) : unknown;
  // the shape it gets is known even of what isn't
  const { shape, clash } = reshape(of?.shape, to);
  if (of?.shape && clash) reportReshape(call, 'a', of.shape, to, clash);
  return numpyArray(shape, of?.dtype);
}

function transposed(call: Call, order: readonly number[] | undefined): Value {
  const of = asArray(call.args.a, ndarray);
  if (!of?.shape) return unknown;
  const { shape } = of;
  if (!order) return withShape(of, [...shape].reverse());
  const places = order.map(axis => axisPlace(axis, shape.length));
  if (order.length !== shape.length || places.includes(undefined) || new Set(places).size < places.length) {
    call.report({
      code: 'axis-out-of-range',
      message: `${call.operand('a').words} is ${formatDims(shape)}: its transpose takes each of its ${shape.length} axes once, not ${formatDims(order)}.`,
      related: call.operand('a').origins,
    });
    return unknown;
  }
  return withShape(of, permuted(shape, places as number[]));
}

function flat(call: Call): Value {
  const of = asArray(call.args.a, ndarray);
  return of ? numpyArray([of.shape && product(of.shape)], of.dtype) : unknown;
}

export const shapes: Family = {
  title: 'Changing shapes',
  about: '`reshape` with -1, flattening, transposes, axes put in, taken out and moved.',
  entries: [
    {
      kind: 'function',
      names: ['numpy.reshape'],
      parameters: 'a, newshape=None, order="C", shape=None, copy=None',
      rule: call => reshaped(call, dimsArgument(call.args.newshape ?? call.args.shape)),
    },
    {
      kind: 'function',
      names: ['numpy.ndarray.reshape'],
      parameters: 'a, *shape, order="C", newshape=None, copy=None',
      rule: call =>
        reshaped(call, call.args.newshape ? dimsArgument(call.args.newshape) : dimsOfRest(call.rest)),
    },
    {
      kind: 'function',
      names: ['numpy.ravel', 'numpy.ndarray.ravel', 'numpy.ndarray.flatten'],
      parameters: 'a, order="C"',
      rule: flat,
    },
    {
      kind: 'attribute',
      names: ['numpy.ndarray.T'],
      rule: call => {
        const of = call.args.self;
        if (of?.kind !== 'array' || !of.shape) return of ?? unknown;
        if (of.shape.length === 1 && of.shape[0] !== 1) {
          const { words, origins } = call.operand('self');
          call.report({
            code: 'rank-1-array',
            message: `${words} is ${formatDims(of.shape)}, neither a row nor a column, so ${words}.T is the same as ${words}. Give it two sizes, (n, 1) or (1, n).`,
            related: origins,
          });
        }
        return withShape(of, [...of.shape].reverse());
      },
    },
    {
      kind: 'function',
      names: ['numpy.transpose', 'numpy.permute_dims'],
      parameters: 'a, axes=None',
      rule: call => {
        const axes = axesArgument(call.args.axes);
        return axes === undefined ? unknown : transposed(call, axes === 'all' ? undefined : axes);
      },
    },
    {
      kind: 'function',
      names: ['numpy.ndarray.transpose'],
      parameters: 'a, *axes',
      rule: call => {
        if (call.rest.length === 0 || call.rest[0]?.kind === 'none') return transposed(call, undefined);
        const order = dimsOfRest(call.rest);
        return order?.every(isNumber) ? transposed(call, order as number[]) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['numpy.swapaxes', 'numpy.ndarray.swapaxes'],
      parameters: 'a, axis1, axis2',
      rule: call => {
        const of = asArray(call.args.a, ndarray);
        const axes = [numberArgument(call.args.axis1), numberArgument(call.args.axis2)];
        if (!of?.shape || axes.includes(undefined)) return unknown;
        const shape = [...of.shape];
        const [x, y] = (axes as number[]).map(axis => axisPlace(axis, shape.length));
        if (x === undefined || y === undefined) {
          reportAxis(call, 'a', of.shape, (x === undefined ? axes[0] : axes[1])!);
          return unknown;
        }
        [shape[x], shape[y]] = [shape[y], shape[x]];
        return withShape(of, shape);
      },
    },
    {
      kind: 'function',
      names: ['numpy.moveaxis'],
      parameters: 'a, source, destination',
      rule: call => {
        const of = asArray(call.args.a, ndarray);
        const axes = [numberArgument(call.args.source), numberArgument(call.args.destination)];
        if (!of?.shape || axes.includes(undefined)) return unknown;
        const shape = [...of.shape];
        const [from, to] = (axes as number[]).map(axis => axisPlace(axis, shape.length));
        if (from === undefined || to === undefined) return unknown;
        shape.splice(to, 0, ...shape.splice(from, 1));
        return withShape(of, shape);
      },
    },
    {
      kind: 'function',
      names: ['numpy.squeeze', 'numpy.ndarray.squeeze'],
      parameters: 'a, axis=None',
      rule: call => {
        const of = asArray(call.args.a, ndarray);
        const axes = axesArgument(call.args.axis);
        if (!of?.shape || axes === undefined) return of ? numpyArray(undefined, of.dtype) : unknown;
        const { shape } = of;
        // whether a size that isn't known is 1 decides how many sizes are left
        if (axes === 'all')
          return shape.every(isNumber)
            ? withShape(
                of,
                shape.filter(dim => dim !== 1),
              )
            : numpyArray(undefined, of.dtype);
        const places = axes.map(axis => axisPlace(axis, shape.length));
        const wrong = places.indexOf(undefined);
        if (wrong >= 0) {
          reportAxis(call, 'a', shape, axes[wrong]!);
          return unknown;
        }
        const thick = places.find(place => isNumber(shape[place!]) && shape[place!] !== 1);
        if (thick !== undefined) {
          call.report({
            code: 'axis-out-of-range',
            message: `${call.operand('a').words} is ${formatDims(shape)}: only an axis of size 1 can be squeezed out, and axis ${thick} has ${shape[thick] as number}.`,
            related: call.operand('a').origins,
          });
        }
        return withShape(
          of,
          shape.filter((_, i) => !places.includes(i)),
        );
      },
    },
    {
      kind: 'function',
      names: ['numpy.expand_dims'],
      parameters: 'a, axis',
      rule: call => {
        const of = asArray(call.args.a, ndarray);
        const axes = axesArgument(call.args.axis);
        if (!of?.shape || axes === undefined || axes === 'all') return unknown;
        const rank = of.shape.length + axes.length;
        const places = axes.map(axis => axisPlace(axis, rank));
        if (places.includes(undefined)) return unknown;
        const rest = [...of.shape];
        return withShape(
          of,
          Array.from({ length: rank }, (_, i) => (places.includes(i) ? 1 : rest.shift())),
        );
      },
    },
    {
      kind: 'function',
      names: ['numpy.atleast_2d'],
      parameters: 'a',
      rule: ({ args }) => {
        const of = asArray(args.a, ndarray);
        if (!of?.shape) return unknown;
        return of.shape.length >= 2
          ? of
          : numpyArray([...[1, 1].slice(of.shape.length), ...of.shape], of.dtype);
      },
    },
    {
      kind: 'function',
      names: ['numpy.atleast_1d'],
      parameters: 'a',
      rule: ({ args }) => {
        const of = asArray(args.a, ndarray);
        if (!of?.shape) return unknown;
        return of.shape.length >= 1 ? of : numpyArray([1], of.dtype);
      },
    },
    {
      kind: 'function',
      names: ['numpy.broadcast_to'],
      parameters: 'a, shape, subok=False',
      rule: ({ args }) => numpyArray(dimsArgument(args.shape), asArray(args.a, ndarray)?.dtype),
    },
    {
      kind: 'function',
      names: [
        'numpy.fliplr',
        'numpy.flipud',
        'numpy.flip',
        'numpy.roll',
        'numpy.triu',
        'numpy.tril',
        'numpy.rot180',
      ],
      parameters: 'a, *rest, axis=None, k=0, shift=None',
      rule: ({ args }) => asArray(args.a, ndarray) ?? unknown,
    },
  ],
};
