import type { Entry, Family } from '../ops/entry';

const names = [
  'BinaryCrossentropy',
  'BinaryFocalCrossentropy',
  'CategoricalCrossentropy',
  'CategoricalFocalCrossentropy',
  'SparseCategoricalCrossentropy',
  'MeanSquaredError',
  'MeanAbsoluteError',
  'MeanAbsolutePercentageError',
  'MeanSquaredLogarithmicError',
  'Huber',
  'KLDivergence',
  'LogCosh',
  'Poisson',
  'Hinge',
  'SquaredHinge',
];

export const losses: Family = {
  title: 'Losses',
  about: 'What each asks of labels is checked in `fit`.',
  entries: names.map(
    (name): Entry => ({
      kind: 'class',
      names: [`keras.losses.${name}`],
      parameters: '*rest, **extra',
    }),
  ),
};
