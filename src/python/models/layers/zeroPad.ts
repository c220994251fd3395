import { kerasAround, torchAround } from './given/around';
import type { LayerClasses } from './layerClass';

export const zeroPad: LayerClasses = [
  {
    library: 'keras',
    names: ['ZeroPadding2D'],
    parameters: 'padding=1, data_format="channels_last"',
    read: given => {
      const sides = kerasAround(given.value('padding'));
      return sides ? given.layer('zero-pad', { ...sides }) : given.unread('its padding');
    },
  },
  {
    library: 'torch',
    names: ['ZeroPad2d'],
    parameters: 'padding',
    read: given => {
      const sides = torchAround(given.value('padding'));
      return sides ? given.layer('zero-pad', { ...sides }) : given.unread('its padding');
    },
  },
];
