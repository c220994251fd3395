import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { numberArgument } from '../ops/readArguments';
import { tensor } from '../ops/tensor';
import { axisPlace } from '../shapes/axes';
import { broadcast } from '../shapes/broadcast';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim, plus } from '../sizes/size';
import { joinDims } from '../values/joinValues';
import { type ArrayValue, itemsOf, type Shape, sizeIn, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';
import { keepArguments } from './graph/layer';

type Merge = (
  call: Call,
  shapes: readonly (readonly Dim[])[],
  value: (name: string) => Value | undefined,
) => Shape;

/** The tensors of a list of them. */
function shapesIn(value: Value | undefined): readonly (readonly Dim[])[] | undefined {
  const items = value && (value.kind === 'list' || value.kind === 'tuple') ? itemsOf(value) : undefined;
  if (!items || items.length === 0) return undefined;
  const shapes = items.map(item => (item.kind === 'array' ? (item as ArrayValue).shape : undefined));
  return shapes.includes(undefined) ? undefined : (shapes as (readonly Dim[])[]);
}

const concatenate: Merge = (call, shapes, value) => {
  const axis = value('axis') ? numberArgument(value('axis')) : -1;
  const [first] = shapes;
  if (axis === undefined || !first) return undefined;
  const place = axisPlace(axis, first.length);
  if (place === undefined) return undefined;
  for (const shape of shapes.slice(1)) {
    const at = first.findIndex((dim, i) => i !== place && isDifferent(compareSizes(dim, shape[i])));
    if (shape.length === first.length && at < 0) continue;
    call.report({
      code: 'concatenate-mismatch',
      certainty: shape.length === first.length ? compareSizes(first[at], shape[at]) : 'different',
      message:
        shape.length !== first.length
          ? `${call.written} joins tensors with as many sizes each, but ${formatDims(first)} and ${formatDims(shape)} have ${first.length} and ${shape.length}.`
          : `${call.written} joins along axis ${place}, so all other sizes must be equal, but ${formatDims(first)} and ${formatDims(shape)} have ${formatDim(first[at])} and ${formatDim(shape[at])} along axis ${at}.`,
      related: call.operand('inputs').origins,
    });
    return undefined;
  }
  return first.map((_, i) => {
    const dims = shapes.map(shape => shape[i]);
    return i === place ? dims.reduce((sum, dim) => plus(sum, dim)) : dims.find(dim => dim !== undefined);
  });
};

const paired: Merge = (call, shapes) => {
  let all = shapes[0]!;
  for (const shape of shapes.slice(1)) {
    // Keras puts axes of 1 after the examples of the one with fewer sizes
    if (shape.length !== all.length) return undefined;
    const { shape: made, clash } = broadcast(all, shape);
    if (clash) {
      call.report({
        code: 'broadcast-mismatch',
        certainty: clash.certainty,
        message: `${call.written} takes tensors of one shape, but ${formatDims(all)} and ${formatDims(shape)} differ: ${formatDim(clash.a)} and ${formatDim(clash.b)}.`,
        related: call.operand('inputs').origins,
      });
      return undefined;
    }
    all = made;
  }
  return all;
};

const dot: Merge = (call, shapes, value) => {
  const [a, b] = shapes;
  const axes = value('axes');
  if (!a || !b || !axes || shapes.length !== 2) return undefined;
  const [x, y] = (itemsOf(axes) ?? [axes, axes]).map(sizeIn);
  const [i, j] = [x, y].map((axis, at) =>
    typeof axis === 'number' ? axisPlace(axis, (at === 0 ? a : b).length) : undefined,
  );
  if (i === undefined || j === undefined || a.length < 2 || b.length < 2) return undefined;
  const certainty = compareSizes(a[i], b[j]);
  if (isDifferent(certainty)) {
    call.report({
      code: 'shape-mismatch',
      certainty,
      message: `${call.written} multiplies axis ${i} of ${formatDims(a)} with axis ${j} of ${formatDims(b)}, but their sizes ${formatDim(a[i])} and ${formatDim(b[j])} differ.`,
      related: call.operand('inputs').origins,
    });
    return undefined;
  }
  const left = [...a.filter((_, at) => at !== i), ...b.filter((_, at) => at !== j && at !== 0)];
  return left.length === 1 ? [joinDims(left[0], left[0]), 1] : left;
};

function merging(
  layer: string,
  names: readonly string[],
  parameters: string,
  merge: Merge,
): readonly Entry[] {
  return [
    {
      kind: 'class',
      names: [`keras.layers.${layer}`],
      bases: ['keras.layers.Layer'],
      parameters: `${parameters}, **extra`,
      init: keepArguments,
      callParameters: 'inputs, *rest, **extra',
      call: (call, self) => {
        const shapes = shapesIn(call.args.inputs);
        const shape = shapes && merge(call, shapes, name => self.attributes.get(name));
        return shape ? tensor(shape) : unknown;
      },
    },
    {
      kind: 'function',
      names: names.map(name => `keras.layers.${name}`),
      parameters: `inputs, ${parameters}, **extra`,
      rule: call => {
        const shapes = shapesIn(call.args.inputs);
        const shape = shapes && merge(call, shapes, name => call.args[name]);
        return shape ? tensor(shape) : unknown;
      },
    },
  ];
}

export const mergingLayers: Family = {
  title: 'Layers of several inputs',
  about: '`Concatenate`, `Add`, `Multiply`, `Dot` and their functions.',
  entries: [
    ...merging('Concatenate', ['concatenate'], 'axis=-1', concatenate),
    ...['Add', 'Subtract', 'Multiply', 'Average', 'Maximum', 'Minimum'].flatMap(name =>
      merging(name, [name.toLowerCase()], 'name=None', paired),
    ),
    ...merging('Dot', ['dot'], 'axes=None, normalize=False', dot),
  ],
};
