import type { LayerClasses } from './layerClass';

export const permute: LayerClasses = [
  {
    library: 'keras',
    names: ['Permute'],
    parameters: 'dims',
    read: given => {
      const dims = given.value('dims');
      if (!Array.isArray(dims) || !dims.every(Number.isSafeInteger)) return given.unread('its dims');
      // Keras counts from 1, since 0 is the examples’ axis
      return given.layer('permute', { axes: dims.map((dim: number) => dim - 1) });
    },
  },
];
