import type { Family } from '../ops/entry';
import { times } from '../sizes/size';
import { layer } from './graph/layer';

export const embedding: Family = {
  title: 'Embeddings',
  about: 'A vector for each index: one more axis than the input.',
  entries: [
    layer({
      names: ['keras.layers.Embedding'],
      parameters: 'input_dim=None, output_dim=None, embeddings_initializer=None',
      output: (embedding, shape) => {
        const vector = embedding.size('output_dim');
        return { shape: [...shape, vector], parameters: times(embedding.size('input_dim'), vector) };
      },
    }),
  ],
};
