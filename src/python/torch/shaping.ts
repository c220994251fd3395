import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { dimsArgument, dimsOfRest, numberArgument } from '../ops/readArguments';
import { reportReshape } from '../ops/reportReshape';
import { axisPlace, permuted } from '../shapes/axes';
import { reshape } from '../shapes/reshape';
import { type Dim, isNumber, times } from '../sizes/size';
import { unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';
import { dimsOf, placeOf } from './tensor/dims';
import { alike, asTensor, reshaped, tensor, tensorIn } from './tensor/tensor';

const both = (text: string) => text.split(' ').flatMap(name => [`torch.${name}`, `torch.Tensor.${name}`]);

function viewed(call: Call, to: readonly Dim[] | undefined): Value {
  const of = tensorIn(call.args.input);
  if (!to) return of ? tensor(undefined, of.dtype) : unknown;
  const { shape, clash } = reshape(of?.shape, to);
  if (of?.shape && clash) {
    reportReshape(call, 'input', of.shape, to, clash);
    return tensor(undefined, of.dtype);
  }
  return tensor(shape, of?.dtype);
}

/** Axes in another order, each once. */
function reordered(call: Call, order: readonly Dim[] | undefined): Value {
  const of = asTensor(call.args.input);
  if (!of?.shape || !order?.every(isNumber)) return of ? tensor(undefined, of.dtype) : unknown;
  const { shape } = of;
  const places = (order as number[]).map(axis => axisPlace(axis, shape.length));
  if (order.length !== shape.length || places.includes(undefined) || new Set(places).size < places.length) {
    const { words, origins } = call.operand('input');
    call.report({
      code: 'axis-out-of-range',
      message: `${words} is ${formatDims(shape)}: its permutation takes each of its ${shape.length} axes once, not ${formatDims(order)}.`,
      related: origins,
    });
    return tensor(undefined, of.dtype);
  }
  return reshaped(of, permuted(shape, places as number[]));
}

/** Two axes exchanged. */
function exchanged(call: Call, first: Value | undefined, second: Value | undefined): Value {
  const of = tensorIn(call.args.input);
  const axes = [numberArgument(first), numberArgument(second)];
  if (!of?.shape || axes.includes(undefined)) return of ? tensor(undefined, of.dtype) : unknown;
  const shape = [...of.shape];
  const [x, y] = (axes as number[]).map(axis => placeOf(call, of.shape!, axis));
  if (x === undefined || y === undefined) return unknown;
  [shape[x], shape[y]] = [shape[y], shape[x]];
  return reshaped(of, shape);
}

/** All axes backwards; of a stack of matrices only `mT` keeps the stack. */
function transposed(call: Call, self: Value | undefined): Value {
  const of = tensorIn(self);
  if (!of?.shape) return of ? tensor(undefined, of.dtype) : unknown;
  if (call.name.endsWith('.t') && of.shape.length > 2) {
    call.report({
      code: 'rank-mismatch',
      message: `${call.operand('input').words} is ${formatDims(of.shape)}, but t() takes a matrix: say which two axes with transpose(1, 2).`,
      related: call.operand('input').origins,
    });
    return unknown;
  }
  return reshaped(of, [...of.shape].reverse());
}

/** Axes of size 1 left out. */
function squeezed(call: Call): Value {
  const of = tensorIn(call.args.input);
  const axes = dimsOf(call);
  if (!of?.shape || axes === undefined) return of ? tensor(undefined, of.dtype) : unknown;
  const { shape } = of;
  if (axes === 'all') {
    return shape.every(isNumber)
      ? reshaped(
          of,
          shape.filter(size => size !== 1),
        )
      : tensor(undefined, of.dtype);
  }
  const places = axes.map(axis => placeOf(call, shape, axis));
  if (places.includes(undefined)) return unknown;
  // another size stays, so one that isn't known may or may not
  if (places.some(place => !isNumber(shape[place!]) && shape.length > 0)) return tensor(undefined, of.dtype);
  return reshaped(
    of,
    shape.filter((size, i) => !(places.includes(i) && size === 1)),
  );
}

function unsqueezed(call: Call): Value {
  const of = asTensor(call.args.input);
  const axis = numberArgument(call.args.dim ?? call.args.axis);
  if (!of?.shape || axis === undefined) return of ? tensor(undefined, of.dtype) : unknown;
  const place = axisPlace(axis, of.shape.length + 1);
  if (place === undefined) {
    const { words, origins } = call.operand('input');
    call.report({
      code: 'axis-out-of-range',
      message: `${words} is ${formatDims(of.shape)}: a new axis can be put at 0 to ${of.shape.length}, so there is no axis ${axis}.`,
      related: origins,
    });
    return unknown;
  }
  return reshaped(of, of.shape.toSpliced(place, 0, 1));
}

/** Sizes of 1 made larger; −1 leaves one. */
function expanded(call: Call, to: readonly Dim[] | undefined): Value {
  const of = tensorIn(call.args.input);
  if (!of?.shape || !to)
    return tensor(
      to?.map(size => (size === -1 ? undefined : size)),
      of?.dtype,
    );
  const { shape } = of;
  const more = to.length - shape.length;
  const { words, origins } = call.operand('input');
  const wrong =
    more < 0 ||
    shape.some((size, i) => {
      const wanted = to[i + more];
      return isNumber(size) && isNumber(wanted) && size !== 1 && wanted !== -1 && size !== wanted;
    });
  if (wrong) {
    call.report({
      code: 'broadcast-mismatch',
      message: `${words} is ${formatDims(shape)} and can't be expanded to ${formatDims(to)}: only sizes of 1 grow, and new ones come before them.`,
      related: origins,
    });
    return tensor(undefined, of.dtype);
  }
  return reshaped(
    of,
    to.map((size, i) => (size === -1 ? shape[i - more] : size)),
  );
}

function repeated(call: Call, counts: readonly Dim[] | undefined): Value {
  const of = tensorIn(call.args.input);
  if (!of?.shape || !counts) return of ? tensor(undefined, of.dtype) : unknown;
  const { shape } = of;
  const more = counts.length - shape.length;
  if (more < 0) {
    const { words, origins } = call.operand('input');
    call.report({
      code: 'rank-mismatch',
      message: `${words} is ${formatDims(shape)}: repeat takes a number for each size, but gets ${counts.length}.`,
      related: origins,
    });
    return unknown;
  }
  return reshaped(
    of,
    counts.map((count, i) => (i < more ? count : times(shape[i - more], count))),
  );
}

export const shaping: Family = {
  title: 'Changing shapes of tensors',
  about: '`view`, `permute`, `squeeze` and `expand` take what fits the number of elements and axes.',
  entries: [
    {
      kind: 'function',
      names: ['torch.Tensor.view', 'torch.Tensor.reshape', 'torch.Tensor.resize_', 'torch.Tensor.view_copy'],
      parameters: 'input, *shape, size=None, dtype=None',
      rule: call => {
        const [first] = call.rest;
        if (call.name.endsWith('resize_')) return tensor(dimsOfRest(call.rest));
        const of = tensorIn(call.args.input);
        // view(torch.int32) keeps the shape as long as a number takes as many bytes
        if (call.args.dtype || first?.kind === 'module') return of ? tensor(undefined) : unknown;
        return viewed(call, call.args.size ? dimsArgument(call.args.size) : dimsOfRest(call.rest));
      },
    },
    {
      kind: 'function',
      names: ['torch.reshape'],
      parameters: 'input, shape',
      rule: call => viewed(call, dimsArgument(call.args.shape)),
    },
    {
      kind: 'function',
      names: ['view_as', 'reshape_as', 'expand_as'].map(name => `torch.Tensor.${name}`),
      parameters: 'input, other',
      rule: call => {
        const to = tensorIn(call.args.other)?.shape;
        return call.name.endsWith('expand_as') ? expanded(call, to) : viewed(call, to);
      },
    },
    {
      kind: 'function',
      names: both('ravel'),
      parameters: 'input',
      rule: call => viewed(call, [-1]),
    },
    {
      kind: 'function',
      names: ['torch.Tensor.permute'],
      parameters: 'input, *axes, dims=None',
      rule: call => reordered(call, call.args.dims ? dimsArgument(call.args.dims) : dimsOfRest(call.rest)),
    },
    {
      kind: 'function',
      names: ['torch.permute'],
      parameters: 'input, dims',
      rule: call => reordered(call, dimsArgument(call.args.dims)),
    },
    {
      kind: 'function',
      names: both('transpose transpose_ swapaxes swapdims'),
      parameters: 'input, dim0, dim1',
      rule: call => exchanged(call, call.args.dim0, call.args.dim1),
    },
    {
      kind: 'function',
      names: both('movedim moveaxis'),
      parameters: 'input, source, destination',
      rule: call => {
        const of = tensorIn(call.args.input);
        const [from, to] = [numberArgument(call.args.source), numberArgument(call.args.destination)];
        if (!of?.shape || from === undefined || to === undefined) return unknown;
        const places = [from, to].map(axis => axisPlace(axis, of.shape!.length));
        if (places.includes(undefined)) return unknown;
        const shape = [...of.shape];
        shape.splice(places[1]!, 0, ...shape.splice(places[0]!, 1));
        return reshaped(of, shape);
      },
    },
    {
      kind: 'function',
      names: both('t t_'),
      parameters: 'input',
      rule: call => transposed(call, call.args.input),
    },
    { kind: 'attribute', names: ['torch.Tensor.T'], rule: call => transposed(call, call.args.self) },
    {
      kind: 'attribute',
      names: ['torch.Tensor.mT', 'torch.Tensor.mH'],
      rule: ({ args: { self } }) => {
        const of = tensorIn(self);
        if (!of?.shape || of.shape.length < 2) return unknown;
        const [rows, columns] = of.shape.slice(-2);
        return reshaped(of, [...of.shape.slice(0, -2), columns, rows]);
      },
    },
    {
      kind: 'function',
      names: both('squeeze squeeze_'),
      parameters: 'input, dim=None, axis=None',
      rule: squeezed,
    },
    {
      kind: 'function',
      names: both('unsqueeze unsqueeze_'),
      parameters: 'input, dim=None, axis=None',
      rule: unsqueezed,
    },
    {
      kind: 'function',
      names: ['torch.Tensor.expand'],
      parameters: 'input, *sizes, implicit=False',
      rule: call => expanded(call, dimsOfRest(call.rest)),
    },
    {
      kind: 'function',
      names: ['torch.broadcast_to', 'torch.Tensor.broadcast_to'],
      parameters: 'input, size',
      rule: call => expanded(call, dimsArgument(call.args.size)),
    },
    {
      kind: 'function',
      names: ['torch.Tensor.repeat'],
      parameters: 'input, *counts',
      rule: call => repeated(call, dimsOfRest(call.rest)),
    },
    {
      kind: 'function',
      names: both('tile'),
      parameters: 'input, *counts, dims=None',
      rule: call => {
        const counts = call.args.dims ? dimsArgument(call.args.dims) : dimsOfRest(call.rest);
        const rank = tensorIn(call.args.input)?.shape?.length ?? 0;
        return repeated(
          call,
          counts && [...Array<Dim>(Math.max(0, rank - counts.length)).fill(1), ...counts],
        );
      },
    },
    {
      kind: 'function',
      names: both('repeat_interleave'),
      parameters: 'input, repeats, dim=None, output_size=None',
      rule: ({ args }) => {
        const of = tensorIn(args.input);
        const count = args.repeats?.kind === 'int' ? args.repeats.size : undefined;
        if (!of?.shape) return unknown;
        if (!args.dim) return reshaped(of, [times(of.shape.reduce<Dim>(times, 1), count)]);
        const axis = numberArgument(args.dim);
        const place = axis === undefined ? undefined : axisPlace(axis, of.shape.length);
        if (place === undefined) return unknown;
        return reshaped(
          of,
          of.shape.map((size, i) => (i === place ? times(size, count) : size)),
        );
      },
    },
    {
      kind: 'function',
      names: ['torch.Tensor.unfold'],
      parameters: 'input, dimension, size, step',
      rule: ({ args }) => {
        const of = tensorIn(args.input);
        const [axis, size, step] = ['dimension', 'size', 'step'].map(name => numberArgument(args[name]));
        if (!of?.shape || axis === undefined || size === undefined || !step) return unknown;
        const place = axisPlace(axis, of.shape.length);
        const all = place === undefined ? undefined : of.shape[place];
        if (place === undefined) return unknown;
        const windows = isNumber(all) ? Math.floor((all - size) / step) + 1 : undefined;
        return reshaped(of, [...of.shape.map((dim, i) => (i === place ? windows : dim)), size]);
      },
    },
    {
      kind: 'function',
      names: ['torch.atleast_2d', 'torch.atleast_1d'],
      parameters: 'input',
      rule: ({ args, name }) => {
        const of = tensorIn(args.input);
        const rank = name.endsWith('2d') ? 2 : 1;
        if (!of?.shape) return unknown;
        if (of.shape.length >= rank) return alike(of);
        return reshaped(of, [...Array<Dim>(rank - of.shape.length).fill(1), ...of.shape]);
      },
    },
  ],
};
