import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { joinAlong, stackAlong } from '../ops/joining';
import { dimsArgument, numberArgument } from '../ops/readArguments';
import { type Dim, isNumber } from '../sizes/size';
import { type ArrayValue, itemsOf, listState, sizeIn, tuple, unknown, type Value } from '../values/value';
import { dimOf, placeOf } from './tensor/dims';
import { reshaped, tensor, tensorIn } from './tensor/tensor';

const both = (text: string) => text.split(' ').flatMap(name => [`torch.${name}`, `torch.Tensor.${name}`]);

/** The tensors in a list or tuple; undefined where they aren't all known to be some. */
function parts(value: Value | undefined): readonly ArrayValue[] | undefined {
  const arrays = value && itemsOf(value)?.map(tensorIn);
  return arrays && arrays.length > 0 && arrays.every(array => array !== undefined)
    ? (arrays as ArrayValue[])
    : undefined;
}

/** Of a list of unknown length, of which each item is known: all but the axis they are joined along. */
function joinedList(call: Call, axis: number | undefined, stacked: boolean): Value {
  const { tensors } = call.args;
  const each = tensors?.kind === 'list' ? tensorIn(listState(tensors).each) : undefined;
  if (!each?.shape || axis === undefined) return unknown;
  const rank = each.shape.length + (stacked ? 1 : 0);
  const place = axis < 0 ? axis + rank : axis;
  if (place < 0 || place >= rank) return unknown;
  return reshaped(
    each,
    stacked
      ? each.shape.toSpliced(place, 0, undefined)
      : each.shape.map((size, i) => (i === place ? undefined : size)),
  );
}

function joined(call: Call, axis: number | undefined): Value {
  const arrays = parts(call.args.tensors);
  if (!arrays) return itemsOf(call.args.tensors ?? unknown) ? unknown : joinedList(call, axis, false);
  // an empty tensor may stand before those that it is joined with
  const full = arrays.filter(({ shape }) => !(shape?.length === 1 && shape[0] === 0));
  if (axis === undefined || full.length === 0) return unknown;
  return joinAlong(call, full, axis, 'tensors');
}

/** Pieces of an axis. */
function pieces(of: ArrayValue, place: number, sizes: readonly Dim[]): Value {
  return tuple(
    sizes.map(size =>
      reshaped(
        of,
        of.shape!.map((dim, i) => (i === place ? size : dim)),
      ),
    ),
  );
}

const mostPieces = 256;

function chunked(call: Call): Value {
  const of = tensorIn(call.args.input);
  const [count, axis] = [numberArgument(call.args.chunks), dimOf(call, 0)];
  if (!of?.shape || count === undefined || count < 1 || count > mostPieces || axis === undefined)
    return unknown;
  const place = placeOf(call, of.shape, axis);
  const size = place === undefined ? undefined : of.shape[place];
  if (place === undefined) return unknown;
  if (!isNumber(size)) return unknown;
  const each = Math.ceil(size / count);
  const sizes: number[] = [];
  for (let left = size; left > 0; left -= each) sizes.push(Math.min(each, left));
  return pieces(of, place, sizes);
}

function splitUp(call: Call): Value {
  const of = tensorIn(call.args.input);
  const axis = dimOf(call, 0);
  const { split_size_or_sections: given } = call.args;
  if (!of?.shape || axis === undefined || !given) return unknown;
  const place = placeOf(call, of.shape, axis);
  const size = place === undefined ? undefined : of.shape[place];
  if (place === undefined) return unknown;
  if (given.kind === 'int') {
    const each = given.size;
    if (!isNumber(each) || !isNumber(size) || each < 1 || size / each > mostPieces) return unknown;
    return pieces(
      of,
      place,
      Array.from({ length: Math.ceil(size / each) }, (_, i) => Math.min(each, size - i * each)),
    );
  }
  const sizes = dimsArgument(given);
  if (!sizes) return unknown;
  const sum = sizes.every(isNumber) ? (sizes as number[]).reduce((all, each) => all + each, 0) : undefined;
  if (sum !== undefined && isNumber(size) && sum !== size) {
    const { words, origins } = call.operand('input');
    call.report({
      code: 'invalid-argument',
      message: `${words} has ${size} along axis ${place}, but the parts add up to ${sum}.`,
      related: origins,
    });
  }
  return pieces(of, place, sizes);
}

export const joining: Family = {
  title: 'Joining and splitting tensors',
  about: 'Tensors joined along an axis must agree in all others.',
  entries: [
    {
      kind: 'function',
      names: ['torch.cat', 'torch.concat', 'torch.concatenate'],
      parameters: 'tensors, dim=0, axis=None, out=None',
      rule: call => joined(call, dimOf(call, 0)),
    },
    {
      kind: 'function',
      names: ['torch.stack'],
      parameters: 'tensors, dim=0, axis=None, out=None',
      rule: call => {
        const [arrays, axis] = [parts(call.args.tensors), dimOf(call, 0)];
        if (!arrays) return itemsOf(call.args.tensors ?? unknown) ? unknown : joinedList(call, axis, true);
        return axis === undefined ? unknown : stackAlong(call, arrays, axis, 'tensors');
      },
    },
    {
      kind: 'function',
      names: ['torch.vstack', 'torch.hstack'],
      parameters: 'tensors',
      rule: call => {
        const arrays = parts(call.args.tensors);
        const ranks = arrays?.map(({ shape }) => shape?.length);
        if (!arrays || !ranks?.every(rank => rank !== undefined && rank > 1)) return unknown;
        return joinAlong(call, arrays, call.name.endsWith('vstack') ? 0 : 1, 'tensors');
      },
    },
    { kind: 'function', names: both('chunk'), parameters: 'input, chunks, dim=0, axis=None', rule: chunked },
    {
      kind: 'function',
      names: both('split split_with_sizes'),
      parameters: 'input, split_size_or_sections, dim=0, axis=None',
      rule: splitUp,
    },
    {
      kind: 'function',
      names: both('unbind'),
      parameters: 'input, dim=0',
      rule: call => {
        const of = tensorIn(call.args.input);
        const axis = dimOf(call, 0);
        if (!of?.shape || axis === undefined) return unknown;
        const place = placeOf(call, of.shape, axis);
        const count = place === undefined ? undefined : of.shape[place];
        if (!isNumber(count) || count > mostPieces) return unknown;
        const row = reshaped(of, of.shape.toSpliced(place!, 1));
        return tuple(Array.from({ length: count }, () => row));
      },
    },
    {
      kind: 'function',
      names: both('narrow'),
      parameters: 'input, dim, start, length',
      rule: call => {
        const of = tensorIn(call.args.input);
        const axis = dimOf(call);
        if (!of?.shape || axis === undefined) return unknown;
        const place = placeOf(call, of.shape, axis);
        return place === undefined ? unknown : reshaped(of, of.shape.with(place, sizeIn(call.args.length)));
      },
    },
    {
      kind: 'function',
      names: ['torchvision.utils.make_grid'],
      parameters: 'tensor, *rest, **extra',
      rule: () => tensor([3, undefined, undefined], 'float32'),
    },
  ],
};
