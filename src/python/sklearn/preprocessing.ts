import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Entry, Family } from '../ops/entry';
import { unknown, type Value } from '../values/value';
import { table } from './tables/table';

const scalers = ['StandardScaler', 'MinMaxScaler', 'MaxAbsScaler', 'RobustScaler', 'Normalizer'];

const module = 'sklearn.preprocessing';

export const preprocessing: Family = {
  title: 'Preparing tables',
  about: 'Scalers take rows and columns and keep the shape; encoders of labels take one value an example.',
  entries: [
    ...[...scalers, 'LabelEncoder', 'LabelBinarizer', 'OneHotEncoder'].map(
      (name): Entry => ({
        kind: 'class',
        names: [`${module}.${name}`],
        parameters: '*rest, **extra',
      }),
    ),
    {
      kind: 'function',
      names: scalers.flatMap(name =>
        ['fit_transform', 'transform', 'inverse_transform'].map(method => `${module}.${name}.${method}`),
      ),
      parameters: 'self, X, y=None, *rest, **extra',
      rule: call => {
        const shape = table(call);
        return shape ? numpyArray(shape, 'float64') : unknown;
      },
    },
    {
      kind: 'function',
      names: scalers.map(name => `${module}.${name}.fit`),
      parameters: 'self, X, y=None, *rest, **extra',
      rule: (call): Value => {
        table(call);
        return call.args.self ?? unknown;
      },
    },
    {
      kind: 'function',
      names: ['fit_transform', 'transform'].map(method => `${module}.LabelEncoder.${method}`),
      parameters: 'self, y',
      rule: ({ args }) => {
        const of = asArray(args.y, ndarray);
        return of?.shape ? numpyArray([of.shape[0]], 'int64') : unknown;
      },
    },
    {
      kind: 'function',
      names: ['fit_transform', 'transform'].map(method => `${module}.LabelBinarizer.${method}`),
      parameters: 'self, y',
      rule: ({ args }) => {
        const of = asArray(args.y, ndarray);
        // two classes make one column
        return of?.shape ? numpyArray([of.shape[0], undefined], 'int64') : unknown;
      },
    },
  ],
};
