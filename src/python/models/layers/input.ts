import { shapeOf } from './given/givenLayer';
import type { LayerClass, LayerClasses } from './layerClass';

const read: LayerClass['read'] = given => {
  given.leave('batch_size');
  const shape = shapeOf(given.value('shape')) ?? shapeOf(given.value('batch_shape'));
  return { kind: 'input', ...(shape && { shape }) };
};

export const input: LayerClasses = [
  {
    library: 'keras',
    names: ['Input'],
    parameters: 'shape=None, batch_size=None, dtype="float32", sparse=None, batch_shape=None, tensor=None',
    read,
  },
  {
    library: 'keras',
    names: ['InputLayer'],
    parameters:
      'shape|input_shape=None, batch_size=None, dtype="float32", sparse=None, batch_shape|batch_input_shape=None, input_tensor=None',
    read,
  },
];
