import { asArray, wider } from '../ops/asArray';
import type { Call } from '../ops/call';
import { pairShapes } from '../ops/elementwise';
import type { Entry, Family } from '../ops/entry';
import { dtypeArgument } from '../ops/readArguments';
import { tensor, tensorType } from '../ops/tensor';
import { unknown, type Value } from '../values/value';

const inModules = (names: readonly string[]) =>
  names.flatMap(name => [`tensorflow.${name}`, `tensorflow.math.${name}`, `tensorflow.nn.${name}`]);

function pair(dtypeOf: (a?: string, b?: string) => string | undefined) {
  return (call: Call): Value => {
    const [a, b] = [asArray(call.args.x, tensorType), asArray(call.args.y, tensorType)];
    if (!a?.shape || !b?.shape) return unknown;
    const shape = pairShapes(call, a.shape, b.shape, ['x', 'y']);
    return shape ? tensor(shape, dtypeOf(a.dtype, b.dtype)) : unknown;
  };
}

const one = (names: readonly string[], parameters: string): Entry => ({
  kind: 'function',
  names,
  parameters,
  rule: ({ args }) => {
    const of = asArray(args.x, tensorType);
    return of?.shape ? tensor(of.shape, of.dtype) : unknown;
  },
});

export const elementwise: Family = {
  title: 'Elementwise operations',
  about: 'Operators and functions of one or two tensors, which broadcast as NumPy’s do.',
  entries: [
    {
      kind: 'function',
      names: [
        ...['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow'].map(
          name => `tensorflow.Tensor.__${name}__`,
        ),
        ...inModules([
          'add',
          'subtract',
          'multiply',
          'divide',
          'sub',
          'mul',
          'div',
          'truediv',
          'pow',
          'maximum',
          'minimum',
          'mod',
          'squared_difference',
        ]),
      ],
      parameters: 'x, y, name=None',
      rule: pair(wider),
    },
    {
      kind: 'function',
      names: [
        ...['lt', 'le', 'gt', 'ge'].map(name => `tensorflow.Tensor.__${name}__`),
        ...inModules(['equal', 'not_equal', 'less', 'less_equal', 'greater', 'greater_equal']),
      ],
      parameters: 'x, y, name=None',
      rule: pair(() => 'bool'),
    },
    one(
      [
        ...['neg', 'pos'].map(name => `tensorflow.Tensor.__${name}__`),
        ...inModules([
          'abs',
          'negative',
          'exp',
          'log',
          'log1p',
          'sqrt',
          'rsqrt',
          'square',
          'sin',
          'cos',
          'tanh',
          'sigmoid',
          'sign',
          'floor',
          'round',
          'identity',
          'stop_gradient',
          'relu',
          'relu6',
          'elu',
          'selu',
          'softplus',
          'softmax',
          'log_softmax',
          'leaky_relu',
          'dropout',
          'clip_by_value',
          'l2_normalize',
        ]),
      ],
      'x, *rest, **extra',
    ),
    {
      kind: 'function',
      names: ['tensorflow.cast'],
      parameters: 'x, dtype, name=None',
      rule: ({ args }) => {
        const of = asArray(args.x, tensorType);
        return of?.shape ? tensor(of.shape, dtypeArgument(args.dtype)) : unknown;
      },
    },
  ],
};
