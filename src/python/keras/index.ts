import type { Library } from '../ops/entry';
import { families } from './all';

const flat = (module: string, parts: readonly string[]) =>
  Object.fromEntries(parts.map(part => [`keras.${module}.${part}`, `keras.${module}`]));

export const keras: Library = {
  name: 'keras',
  families,
  aliases: {
    'tensorflow.keras': 'keras',
    'tensorflow.python.keras': 'keras',
    'tensorflow.contrib.keras': 'keras',
    'tensorflow.compat.v1.keras': 'keras',
    'tensorflow.compat.v2.keras': 'keras',
    tf_keras: 'keras',
    keras_preprocessing: 'keras.preprocessing',
    'keras.api': 'keras',
    'keras.src': 'keras',
    'keras.engine.topology': 'keras.layers',
    'keras.engine.input_layer': 'keras.layers',
    'keras.engine.base_layer': 'keras.layers',
    'keras.engine.training': 'keras.models',
    'keras.engine': 'keras.layers',
    'keras.legacy.layers': 'keras.layers',
    'keras.layers.Model': 'keras.models.Model',
    'keras.objectives': 'keras.losses',
    'keras.utils.np_utils': 'keras.utils',
    'keras.utils.sequence': 'keras.preprocessing.sequence',
    'keras.preprocessing.image_dataset': 'keras.utils',
    ...flat('layers', [
      'core',
      'convolutional',
      'pooling',
      'recurrent',
      'embeddings',
      'normalization',
      'merge',
      'wrappers',
      'advanced_activations',
      'noise',
      'local',
    ]),
  },
};
