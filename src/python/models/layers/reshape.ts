import { shapeOf } from './given/givenLayer';
import type { LayerClasses } from './layerClass';

export const reshape: LayerClasses = [
  {
    library: 'keras',
    names: ['Reshape'],
    parameters: 'target_shape|dims',
    read: given => {
      const value = given.value('target_shape');
      const shape = Array.isArray(value) ? shapeOf(value) : undefined;
      // −1 stands for what is left, which only the layer before tells
      if (!shape)
        return Array.isArray(value) ? given.refused('target_shape') : given.unread('its target_shape');
      return given.layer('reshape', { shape });
    },
  },
];
