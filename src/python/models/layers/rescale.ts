import type { LayerClasses } from './layerClass';

export const rescale: LayerClasses = [
  {
    library: 'keras',
    names: ['Rescaling'],
    parameters: 'scale, offset=0',
    read: given => {
      const [scale, offset] = [given.value('scale'), given.value('offset')];
      if (typeof scale !== 'number') return given.unread('its scale');
      if (typeof offset !== 'number') return given.unread('its offset');
      return given.layer('rescale', { scale, ...(offset !== 0 && { offset }) });
    },
  },
];
