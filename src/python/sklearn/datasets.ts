import { numpyArray } from '../ops/array';
import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { flagArgument } from '../ops/readArguments';
import type { Dim } from '../sizes/size';
import { sizeIn, tuple, unknown, type Value } from '../values/value';

/** The data sets that come with scikit-learn: examples and features. */
const known: Readonly<Record<string, readonly [number, number]>> = {
  load_iris: [150, 4],
  load_digits: [1797, 64],
  load_wine: [178, 13],
  load_breast_cancer: [569, 30],
  load_diabetes: [442, 10],
};

function loaded(call: Call, [m, n]: readonly [number, number]): Value {
  if (call.extra.size > 0) return unknown;
  const [x, y] = [numpyArray([m, n], 'float64'), numpyArray([m], 'int64')];
  const apart = flagArgument(call.args.return_X_y, false);
  if (apart !== false) return apart ? tuple([x, y]) : unknown;
  const bunch = call.invoke(call.named('sklearn.utils.Bunch'), []);
  if (bunch.kind !== 'instance') return unknown;
  call.set(bunch.attributes, 'data', x);
  call.set(bunch.attributes, 'target', y);
  return bunch;
}

function made(name: string, parameters: string, features: (call: Call) => Dim): Entry {
  return {
    kind: 'function',
    names: [`sklearn.datasets.${name}`],
    parameters: `${parameters}, **extra`,
    rule: call => {
      const samples = call.args.n_samples ? sizeIn(call.args.n_samples) : 100;
      if (call.extra.has('coef') || call.extra.has('return_centers')) return unknown;
      const targets = call.extra.has('n_targets') ? sizeIn(call.extra.get('n_targets')) : 1;
      const y = targets === 1 ? numpyArray([samples]) : targets && numpyArray([samples, targets]);
      return tuple([numpyArray([samples, features(call)], 'float64'), y || unknown]);
    },
  };
}

const given = (standard: number) => (call: Call) =>
  call.args.n_features ? sizeIn(call.args.n_features) : standard;

export const datasets: Family = {
  title: 'scikit-learn’s data sets',
  about: 'Those that come with the library, and those that it makes.',
  entries: [
    { kind: 'class', names: ['sklearn.utils.Bunch'], parameters: '*rest, **extra' },
    {
      kind: 'function',
      names: ['sklearn.utils.Bunch.__getitem__'],
      parameters: 'self, key',
      rule: call => {
        const { self, key } = call.args;
        return self && key?.kind === 'string' && key.value !== undefined
          ? call.attribute(self, key.value)
          : unknown;
      },
    },
    ...Object.entries(known).map(
      ([name, size]): Entry => ({
        kind: 'function',
        names: [`sklearn.datasets.${name}`],
        parameters: 'return_X_y=False, as_frame=False, **extra',
        rule: call => (call.args.as_frame ? unknown : loaded(call, size)),
      }),
    ),
    made('make_moons', 'n_samples=100, shuffle=True, noise=None, random_state=None', () => 2),
    made('make_circles', 'n_samples=100, shuffle=True, noise=None, random_state=None', () => 2),
    made('make_blobs', 'n_samples=100, n_features=2, centers=None, cluster_std=1.0', given(2)),
    made('make_classification', 'n_samples=100, n_features=20', given(20)),
    made('make_regression', 'n_samples=100, n_features=100', given(100)),
  ],
};
