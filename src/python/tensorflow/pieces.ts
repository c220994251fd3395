import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { dimsArgument, numberArgument } from '../ops/readArguments';
import { tensor, tensorType } from '../ops/tensor';
import { axisPlace } from '../shapes/axes';
import { type Dim, isNumber, times } from '../sizes/size';
import { type ArrayValue, list, unknown, type Value } from '../values/value';

const mostPieces = 256;

interface Along {
  readonly of: ArrayValue;
  readonly shape: readonly Dim[];
  readonly place: number;
}

/** The tensor and the place of the axis that it is taken apart along. */
function along(call: Call): Along | undefined {
  const of = asArray(call.args.value, tensorType);
  const axis = call.args.axis ? numberArgument(call.args.axis) : 0;
  const place = of?.shape && axis !== undefined ? axisPlace(axis, of.shape.length) : undefined;
  return of?.shape && place !== undefined ? { of, shape: of.shape, place } : undefined;
}

function split(call: Call): Value {
  const found = along(call);
  const given = call.args.num_or_size_splits;
  if (!found || !given) return unknown;
  const { of, shape, place } = found;
  const pieces = (sizes: readonly Dim[]) =>
    list(sizes.map(size => tensor(shape.with(place, size), of.dtype)));
  const size = shape[place];
  const wrong = (how: string) => {
    const { words, origins } = call.operand('value');
    call.report({
      code: 'invalid-argument',
      message: `${words} has ${size as number} along axis ${place}, ${how}.`,
      related: origins,
    });
    return unknown;
  };
  if (given.kind === 'int') {
    const count = given.size;
    if (!isNumber(count) || count < 1 || count > mostPieces) return unknown;
    if (isNumber(size) && size % count > 0) return wrong(`which can't be split into ${count} equal parts`);
    return pieces(Array.from({ length: count }, () => (isNumber(size) ? size / count : undefined)));
  }
  const sizes = dimsArgument(given);
  if (!sizes) return unknown;
  // one of them may be -1: what is left
  const open = sizes.some(each => !isNumber(each) || each < 0);
  const sum = sizes.reduce<number>((all, each) => all + (isNumber(each) ? each : 0), 0);
  if (!open && isNumber(size) && sum !== size) return wrong(`but the parts add up to ${sum}`);
  return pieces(sizes.map(each => (isNumber(each) && each < 0 ? undefined : each)));
}

export const pieces: Family = {
  title: 'Taking tensors apart',
  about: '`split` and `unstack` give lists of tensors; `tile` repeats one.',
  entries: [
    {
      kind: 'function',
      names: ['tensorflow.split'],
      parameters: 'value, num_or_size_splits, axis=0, num=None, name=None',
      rule: split,
    },
    {
      kind: 'function',
      names: ['tensorflow.unstack'],
      parameters: 'value, num=None, axis=0, name=None',
      rule: call => {
        const found = along(call);
        const count = found?.shape[found.place];
        if (!found || !isNumber(count) || count > mostPieces) return unknown;
        const piece = tensor(found.shape.toSpliced(found.place, 1), found.of.dtype);
        return list(Array.from({ length: count }, () => piece));
      },
    },
    {
      kind: 'function',
      names: ['tensorflow.tile'],
      parameters: 'input, multiples, name=None',
      rule: ({ args }) => {
        const of = asArray(args.input, tensorType);
        const by = dimsArgument(args.multiples);
        return of?.shape && by?.length === of.shape.length
          ? tensor(
              of.shape.map((size, i) => times(size, by[i])),
              of.dtype,
            )
          : unknown;
      },
    },
  ],
};
