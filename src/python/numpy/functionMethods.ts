import { ndarray, numpyArray } from '../ops/array';
import { asArray, wider } from '../ops/asArray';
import type { Family } from '../ops/entry';
import { axesArgument, flagArgument } from '../ops/readArguments';
import { reportAxis } from '../ops/reportAxis';
import { axisPlace, reduced } from '../shapes/axes';
import { float, int, unknown } from '../values/value';

const pairing = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'maximum',
  'minimum',
  'power',
  'logical_and',
  'logical_or',
];
const methods = (method: string) => pairing.map(name => `numpy.${name}.${method}`);

export const functionMethods: Family = {
  title: 'Methods of functions',
  about: '`np.add.outer` pairs every value with every other; `np.add.reduce` is a sum along the first axis.',
  entries: [
    {
      kind: 'function',
      names: methods('outer'),
      parameters: 'a, b',
      rule: ({ args }) => {
        const [a, b] = [asArray(args.a, ndarray), asArray(args.b, ndarray)];
        return a?.shape && b?.shape ? numpyArray([...a.shape, ...b.shape], wider(a.dtype, b.dtype)) : unknown;
      },
    },
    {
      kind: 'function',
      names: methods('reduce'),
      parameters: 'a, axis=0, dtype=None, out=None, keepdims=False',
      rule: call => {
        const of = asArray(call.args.a, ndarray);
        const axes = call.args.axis ? axesArgument(call.args.axis) : [0];
        const keep = flagArgument(call.args.keepdims, false);
        if (!of?.shape || axes === undefined || keep === undefined) return unknown;
        const { shape } = of;
        const places =
          axes === 'all' ? shape.map((_, i) => i) : axes.map(axis => axisPlace(axis, shape.length));
        const wrong = places.indexOf(undefined);
        if (wrong >= 0) {
          reportAxis(call, 'a', shape, (axes as readonly number[])[wrong]!);
          return unknown;
        }
        const left = reduced(shape, places as number[], keep);
        if (left.length > 0) return numpyArray(left, of.dtype);
        return of.dtype === 'int64' ? int(undefined) : of.dtype?.startsWith('float') ? float() : unknown;
      },
    },
    {
      kind: 'function',
      names: methods('accumulate'),
      parameters: 'a, axis=0, dtype=None, out=None',
      rule: ({ args }) => asArray(args.a, ndarray) ?? unknown,
    },
  ],
};
