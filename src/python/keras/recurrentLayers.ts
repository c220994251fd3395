import type { Entry, Family } from '../ops/entry';
import { type Dim, isNumber, plus, times } from '../sizes/size';
import { formatDims } from '../values/words';
import { type LayerCall, layer } from './graph/layer';

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
    output: (cell, shape) => {
      if (shape.length !== 3) {
        cell.report({
          code: 'input-shape-mismatch',
          message: `${cell.words} takes sequences, (examples, steps, features), but is given ${formatDims(shape)}, which has ${shape.length === 1 ? 'one size' : `${shape.length} sizes`}.${advice(cell, shape)}`,
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

function advice(cell: LayerCall, shape: readonly Dim[]): string {
  if (shape.length !== 2) return '';
  return isNumber(shape[1]) && cell.self.attributes.has('input_shape')
    ? ''
    : ' A recurrent layer before it gives all steps with return_sequences=True.';
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
