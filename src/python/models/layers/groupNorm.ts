import { size } from './given/givenLayer';
import { epsilonField, kerasNormParameters } from './given/norms';
import { together } from './given/windows';
import type { LayerClasses } from './layerClass';

export const groupNorm: LayerClasses = [
  {
    library: 'keras',
    names: ['GroupNormalization'],
    parameters: `groups=32, axis=-1, epsilon=0.001, ${kerasNormParameters}`,
    read: given => {
      const groups = size(given.value('groups'));
      if (groups === undefined) return given.unread('its groups');
      given.leave('beta_initializer', 'gamma_initializer');
      const { fields, fault } = together([{ groups }, epsilonField(given, 'epsilon')]);
      return fault ?? given.layer('group-norm', fields);
    },
  },
  {
    library: 'torch',
    names: ['GroupNorm'],
    parameters: 'num_groups, num_channels, eps=0.00001, affine=True',
    read: given => {
      const groups = size(given.value('num_groups'));
      if (groups === undefined) return given.unread('its num_groups');
      given.argument('num_channels');
      const { fields, fault } = together([{ groups }, epsilonField(given, 'eps')]);
      return fault ?? given.layer('group-norm', fields);
    },
  },
];
