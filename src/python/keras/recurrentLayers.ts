import type { Fix } from '../../core/problem';
import type { Entry, Family } from '../ops/entry';
import { type Dim, plus, times } from '../sizes/size';
import type { ArrayValue, InstanceValue } from '../values/value';
import { formatDims } from '../values/words';
import { layer } from './graph/layer';
import { spanOf } from './graph/places';

/** How many numbers one of the gates learns, for so many features and units. */
type Gate = (features: Dim, units: Dim) => Dim;

const withOneBias: Gate = (features, units) => times(plus(plus(features, units), 1), units);
/** Since TensorFlow 2, with a bias for each of the two products. */
const withTwoBiases: Gate = (features, units) => times(plus(plus(features, units), 2), units);

function recurrent(names: readonly string[], gates: number, gate: Gate, states: number): Entry {
  return layer({
    names: names.map(name => `keras.layers.${name}`),
    parameters:
      'units=None, activation=None, recurrent_activation=None, use_bias=True, return_sequences=False, return_state=False, go_backwards=False, stateful=False',
    takesList: true,
    output: (cell, shape, input) => {
      if (shape.length !== 3) {
        const before = lastStepBefore(input, shape);
        cell.report({
          code: 'input-shape-mismatch',
          message: `${cell.words} takes sequences, (examples, steps, features), but is given ${formatDims(shape)}, which has ${shape.length === 1 ? 'one size' : `${shape.length} sizes`}.${before ? ' The recurrent layer before it gives all steps with return_sequences=True.' : ''}`,
          ...(before && { fixes: allStepsFix(before) }),
        });
        return undefined;
      }
      const [examples, steps, features] = shape;
      if (!cell.takesChannels(features)) return undefined;
      const units = cell.size('units');
      const all = cell.flag('return_sequences', false);
      const state = cell.flag('return_state', false);
      if (all === undefined || state === undefined) return undefined;
      return {
        shape: all ? [examples, steps, units] : [examples, units],
        ...(cell.flag('use_bias', true) && { parameters: times(gate(features, units), gates) }),
        ...(state && { states: Array.from({ length: states }, () => [examples, units]) }),
      };
    },
  });
}

const isRecurrent = /\.(LSTM|GRU|SimpleRNN|CuDNNLSTM|CuDNNGRU)$/;

/** The layer before, where it is a recurrent one that gives its last step only. */
function lastStepBefore({ facts }: ArrayValue, shape: readonly Dim[]): InstanceValue | undefined {
  const before = facts?.layer;
  return shape.length === 2 && before?.kind === 'instance' && isRecurrent.test(before.of.name)
    ? before
    : undefined;
}

function allStepsFix(before: InstanceValue): Fix[] {
  const span = spanOf(before, '');
  if (!span || before.attributes.has('return_sequences')) return [];
  return [
    {
      title: 'Add return_sequences=True to the layer before',
      edits: [{ offset: span.end - 1, length: 0, text: ', return_sequences=True' }],
    },
  ];
}

export const recurrentLayers: Family = {
  title: 'Recurrent layers',
  about:
    '`LSTM`, `GRU` and `SimpleRNN` take (examples, steps, features), and give the last step or, with `return_sequences`, all.',
  entries: [
    recurrent(['LSTM', 'CuDNNLSTM'], 4, withOneBias, 2),
    recurrent(['GRU', 'CuDNNGRU'], 3, withTwoBiases, 1),
    recurrent(['SimpleRNN'], 1, withOneBias, 1),
  ],
};
