import { asArray } from '../ops/asArray';
import type { Entry, Family } from '../ops/entry';
import { dimsArgument, dtypeArgument } from '../ops/readArguments';
import { tensor, tensorType } from '../ops/tensor';
import { sizeIn, unknown, type Value } from '../values/value';

const shaped = (names: readonly string[], parameters: string): Entry => ({
  kind: 'function',
  names: names.map(name => `tensorflow.${name}`),
  parameters: `${parameters}, *rest, **extra`,
  rule: ({ args }) => tensor(dimsArgument(args.shape), args.dtype && dtypeArgument(args.dtype)),
});

const like = (names: readonly string[], parameter: string): Entry => ({
  kind: 'function',
  names: names.map(name => `tensorflow.${name}`),
  parameters: `${parameter}, *rest, **extra`,
  rule: ({ args }) => {
    const of = asArray(args[parameter], tensorType);
    return of ? tensor(of.shape, of.dtype) : unknown;
  },
});

function held(value: Value | undefined, shape: Value | undefined, dtype: string | undefined): Value {
  if (shape && shape.kind !== 'none') return tensor(dimsArgument(shape), dtype);
  const of = asArray(value, tensorType);
  return of?.shape ? tensor(of.shape, dtype ?? of.dtype) : unknown;
}

export const creation: Family = {
  title: 'Making tensors',
  about: '`constant`, `Variable`, `zeros`, `random.normal` and the like.',
  entries: [
    shaped(['zeros', 'ones', 'fill', 'random.truncated_normal', 'truncated_normal'], 'shape'),
    shaped(
      [
        'random.normal',
        'random_normal',
        'random.uniform',
        'random_uniform',
        'random.stateless_normal',
        'random.stateless_uniform',
      ],
      'shape',
    ),
    like(['zeros_like', 'ones_like'], 'input'),
    {
      kind: 'function',
      names: ['tensorflow.constant', 'tensorflow.convert_to_tensor', 'tensorflow.Variable'],
      parameters:
        'value=None, second=None, third=None, *rest, dtype=None, shape=None, initial_value=None, **extra',
      rule: ({ args, name, extra }) => {
        if (extra.has('validate_shape')) return unknown;
        // the third of a constant is its shape
        const shape = args.shape ?? (name === 'tensorflow.constant' ? args.third : undefined);
        return held(args.value ?? args.initial_value, shape, args.dtype && dtypeArgument(args.dtype));
      },
    },
    {
      kind: 'function',
      names: ['tensorflow.get_variable'],
      parameters: 'name, shape=None, *rest, **extra',
      rule: ({ args }) => (args.shape ? tensor(dimsArgument(args.shape)) : unknown),
    },
    {
      kind: 'function',
      names: ['tensorflow.eye'],
      parameters: 'num_rows, num_columns=None, **extra',
      rule: ({ args, extra }) =>
        extra.has('batch_shape')
          ? unknown
          : tensor([sizeIn(args.num_rows), sizeIn(args.num_columns ?? args.num_rows)]),
    },
    {
      kind: 'function',
      names: ['tensorflow.one_hot'],
      parameters: 'indices, depth, on_value=None, off_value=None, axis=None, dtype=None, name=None',
      rule: ({ args }) => {
        const of = asArray(args.indices, tensorType);
        return of?.shape && !args.axis ? tensor([...of.shape, sizeIn(args.depth)]) : unknown;
      },
    },
  ],
};
