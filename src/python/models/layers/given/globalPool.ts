import type { LayerClass } from '../layerClass';

/** A pool of Keras over the whole of each picture or series. */
export function kerasGlobalPool(type: string, names: readonly string[]): LayerClass {
  return {
    library: 'keras',
    names,
    parameters: 'data_format="channels_last", keepdims=False',
    read: given => given.layer(type, {}),
  };
}

/** PyTorch’s that give as many values as they are asked for: the designer has those that give one for each channel. */
export function torchGlobalPool(type: string, names: readonly string[]): LayerClass {
  return {
    library: 'torch',
    names,
    parameters: 'output_size, return_indices=False',
    read: given => {
      const sizes = [given.value('output_size')].flat();
      return sizes.every(size => size === 1) ? given.layer(type, {}) : given.refused('output_size');
    },
  };
}
