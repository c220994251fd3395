import type { LayerClasses } from './layerClass';

export const dropout: LayerClasses = [
  {
    library: 'keras',
    names: ['Dropout'],
    parameters: 'rate|p, noise_shape=None, seed=None',
    read: given => {
      const rate = given.value('rate');
      if (typeof rate !== 'number') return given.unread('its rate');
      given.leave('seed');
      return given.layer('dropout', { rate });
    },
  },
  {
    library: 'torch',
    names: ['Dropout'],
    parameters: 'p=0.5, inplace=False',
    read: given => {
      const rate = given.value('p');
      if (typeof rate !== 'number') return given.unread('its p');
      given.argument('inplace');
      return given.layer('dropout', { rate });
    },
  },
];
