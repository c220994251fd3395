import { wider } from '../ops/asArray';
import type { Call } from '../ops/call';
import { pairShapes } from '../ops/elementwise';
import type { Family } from '../ops/entry';
import { flagArgument } from '../ops/readArguments';
import { reduced } from '../shapes/axes';
import { bool, sizeIn, unknown, type Value } from '../values/value';
import { dimOf, dimsOf, placeOf } from './tensor/dims';
import { alike, asTensor, reshaped, tensor, tensorIn } from './tensor/tensor';

const both = (text: string) => text.split(' ').flatMap(name => [`torch.${name}`, `torch.Tensor.${name}`]);
const signature =
  'input, dim=None, keepdim=False, *, axis=None, keepdims=None, dtype=None, out=None, unbiased=None, correction=None';

/** What is left when an axis, or all, is reduced. */
function left(call: Call, dtypeOf: (dtype?: string) => string | undefined): Value {
  const of = asTensor(call.args.input);
  if (!of) return unknown;
  const dtype = dtypeOf(of.dtype);
  // std(False) and the like: the flag isn't an axis
  if (call.args.dim?.kind === 'bool') return tensor([], dtype);
  const axes = dimsOf(call);
  const keep = flagArgument(call.args.keepdim ?? call.args.keepdims, false);
  if (axes === undefined || keep === undefined) return tensor(undefined, dtype);
  if (axes === 'all' || axes.length === 0) return tensor(keep ? of.shape?.map(() => 1) : [], dtype);
  if (!of.shape) return tensor(undefined, dtype);
  const { shape } = of;
  const places = axes.map(axis => placeOf(call, shape, axis));
  if (places.includes(undefined)) return unknown;
  return tensor(reduced(shape, places as number[], keep), dtype);
}

const named = (values: Value, indices: Value): Value => ({
  kind: 'tuple',
  items: [values, indices],
  fields: ['values', 'indices'],
});

/** `max` of all, along an axis with the places it was found in, or of two tensors. */
function extreme(call: Call): Value {
  const { dim, axis } = call.args;
  const given = dim ?? axis;
  if (given?.kind === 'array') {
    const [a, b] = [asTensor(call.args.input), asTensor(given)];
    if (!a?.shape || !b?.shape) return unknown;
    const shape = pairShapes(call, a.shape, b.shape, ['input', 'dim']);
    return shape ? tensor(shape, wider(a.dtype, b.dtype)) : unknown;
  }
  if (given === undefined) return left(call, dtype => dtype);
  if (given.kind !== 'int') return unknown;
  const values = left(call, dtype => dtype);
  const indices = left(call, () => 'int64');
  return named(values, indices);
}

const floating = (dtype?: string) => dtype;

export const reductions: Family = {
  title: 'Reductions',
  about: 'Sums, means and extremes over all or some axes; `max(dim)` gives values and places.',
  entries: [
    {
      kind: 'function',
      names: both('sum prod mean nansum nanmean logsumexp amax amin std var'),
      parameters: signature,
      rule: call => left(call, floating),
    },
    {
      kind: 'function',
      names: both('argmax argmin'),
      parameters: signature,
      rule: call => left(call, () => 'int64'),
    },
    {
      kind: 'function',
      names: both('all any'),
      parameters: signature,
      rule: call => left(call, () => 'bool'),
    },
    {
      kind: 'function',
      names: both('count_nonzero'),
      parameters: signature,
      rule: call => left(call, () => 'int64'),
    },
    {
      kind: 'function',
      names: [...both('norm'), 'torch.linalg.norm', 'torch.linalg.vector_norm'],
      parameters:
        'input, p=None, dim=None, keepdim=False, *, axis=None, keepdims=None, dtype=None, out=None, ord=None',
      rule: call => left(call, floating),
    },
    { kind: 'function', names: both('max min'), parameters: signature, rule: extreme },
    {
      kind: 'function',
      names: both('median nanmedian mode'),
      parameters: signature,
      rule: call =>
        (call.args.dim ?? call.args.axis)
          ? extreme(call)
          : call.name.endsWith('mode')
            ? unknown
            : left(call, floating),
    },
    {
      kind: 'function',
      names: both('topk'),
      parameters: 'input, k, dim=-1, largest=True, sorted=True, out=None',
      rule: call => {
        const of = tensorIn(call.args.input);
        const axis = dimOf(call, -1);
        if (!of?.shape || axis === undefined) return unknown;
        const place = placeOf(call, of.shape, axis);
        if (place === undefined) return unknown;
        const shape = of.shape.map((size, i) => (i === place ? sizeIn(call.args.k) : size));
        return named(reshaped(of, shape), tensor(shape, 'int64'));
      },
    },
    {
      kind: 'function',
      names: both('sort'),
      parameters: 'input, dim=-1, descending=False, stable=False, out=None',
      rule: ({ args }) => {
        const of = tensorIn(args.input);
        return of ? named(alike(of), alike(of, 'int64')) : unknown;
      },
    },
    {
      kind: 'function',
      names: both('argsort'),
      parameters: 'input, dim=-1, descending=False, stable=False',
      rule: ({ args }) => {
        const of = tensorIn(args.input);
        return of ? alike(of, 'int64') : unknown;
      },
    },
    {
      kind: 'function',
      names: both('equal allclose'),
      parameters: 'input, other, rtol=None, atol=None, equal_nan=False',
      rule: () => bool(),
    },
    {
      kind: 'function',
      names: both('unique nonzero'),
      parameters: 'input, *rest, **extra',
      rule: ({ args, rest, extra, name }) => {
        const of = tensorIn(args.input);
        if (rest.length > 0 || extra.size > 0 || !of) return unknown;
        if (name.endsWith('unique')) return reshaped(of, [undefined]);
        return tensor([undefined, of.shape?.length], 'int64');
      },
    },
  ],
};
