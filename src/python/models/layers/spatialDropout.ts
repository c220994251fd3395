import type { LayerClasses } from './layerClass';

export const spatialDropout: LayerClasses = [
  {
    library: 'keras',
    names: ['SpatialDropout1D', 'SpatialDropout2D'],
    parameters: 'rate|p, data_format="channels_last", seed=None',
    read: given => {
      const rate = given.value('rate');
      if (typeof rate !== 'number') return given.unread('its rate');
      given.leave('seed');
      return given.layer('spatial-dropout', { rate });
    },
  },
  {
    library: 'torch',
    names: ['Dropout1d', 'Dropout2d'],
    parameters: 'p=0.5, inplace=False',
    read: given => {
      const rate = given.value('p');
      if (typeof rate !== 'number') return given.unread('its p');
      given.argument('inplace');
      return given.layer('spatial-dropout', { rate });
    },
  },
];
