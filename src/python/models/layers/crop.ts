import { kerasAround } from './given/around';
import type { LayerClasses } from './layerClass';

export const crop: LayerClasses = [
  {
    library: 'keras',
    names: ['Cropping2D'],
    parameters: 'cropping=0, data_format="channels_last"',
    read: given => {
      const sides = kerasAround(given.value('cropping'));
      return sides ? given.layer('crop', { ...sides }) : given.unread('its cropping');
    },
  },
];
