import type { Family } from '../ops/entry';
import { type Dim, plus, times } from '../sizes/size';
import { formatDims } from '../values/words';
import { layer } from './graph/layer';

const standard =
  'use_bias=True, kernel_initializer=None, bias_initializer=None, kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None';

export const dense: Family = {
  title: 'Dense layers',
  about:
    '`Dense` works on the last axis of an input of any rank; a layer that is used twice needs as many features each time.',
  entries: [
    layer({
      names: ['keras.layers.Dense'],
      parameters: `units=None, activation=None, ${standard}`,
      output: (dense, shape) => {
        if (shape.length < 2) {
          dense.report({
            code: 'input-shape-mismatch',
            message: `Dense takes examples with features, two sizes or more, but is given ${formatDims(shape)}.`,
          });
          return undefined;
        }
        const features = shape.at(-1);
        const units = dense.size('units');
        if (!dense.takesChannels(features)) return undefined;
        const bias = dense.flag('use_bias', true);
        const learned: Dim = bias === undefined ? undefined : plus(times(features, units), bias ? units : 0);
        return { shape: [...shape.slice(0, -1), units], parameters: learned };
      },
    }),
  ],
};
