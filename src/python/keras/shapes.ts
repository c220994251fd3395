import type { Family } from '../ops/entry';
import { dimsArgument } from '../ops/readArguments';
import { permuted } from '../shapes/axes';
import { reshape } from '../shapes/reshape';
import { type Dim, formatDim, isNumber, product } from '../sizes/size';
import { none } from '../values/value';
import { formatDims } from '../values/words';
import { layer } from './graph/layer';

export const shapes: Family = {
  title: 'Layers that change the shape',
  about: '`Flatten`, `Reshape`, `Permute` and `RepeatVector` leave the number of examples as it is.',
  entries: [
    layer({
      names: ['keras.layers.Flatten'],
      parameters: 'data_format=None',
      output: (_, shape) => ({ shape: [shape[0], product(shape.slice(1))], parameters: 0 }),
    }),
    layer({
      names: ['keras.layers.Reshape'],
      parameters: 'target_shape=None',
      output: (layer, shape) => {
        const to = dimsArgument(layer.value('target_shape') ?? layer.value('dims') ?? none);
        if (!to) return undefined;
        const from = shape.slice(1);
        const made = reshape(from, to);
        if (made.clash) {
          const { has, asked, certainty } = made.clash;
          layer.report({
            code: 'reshape-mismatch',
            certainty,
            message: to.includes(-1)
              ? `Each example is ${formatDims(from)}, ${formatDim(has)} numbers, which don't divide evenly into ${formatDims(to)}.`
              : `Each example is ${formatDims(from)}, ${formatDim(has)} numbers, but Reshape(${formatDims(to)}) holds ${formatDim(asked)}.`,
          });
          return undefined;
        }
        return { shape: [shape[0], ...made.shape], parameters: 0 };
      },
    }),
    layer({
      names: ['keras.layers.Permute'],
      parameters: 'dims=None',
      output: (layer, shape) => {
        const order = dimsArgument(layer.value('dims') ?? none);
        if (!order?.every(isNumber)) return undefined;
        const places = order as readonly number[];
        if (!layer.takesRank(shape, places.length + 1, `examples of ${places.length} sizes`))
          return undefined;
        if (places.some(place => place < 1 || place > places.length)) {
          layer.report({
            code: 'axis-out-of-range',
            message: `Permute counts the axes of an example from 1 to ${places.length}, so it can't take ${formatDims(places)}.`,
          });
          return undefined;
        }
        return {
          shape: [
            shape[0],
            ...permuted(
              shape.slice(1),
              places.map(place => place - 1),
            ),
          ],
          parameters: 0,
        };
      },
    }),
    layer({
      names: ['keras.layers.RepeatVector'],
      parameters: 'n=None',
      output: (layer, shape) => {
        if (!layer.takesRank(shape, 2, 'a vector for each example')) return undefined;
        const features: Dim = shape[1];
        return { shape: [shape[0], layer.size('n'), features], parameters: 0 };
      },
    }),
  ],
};
