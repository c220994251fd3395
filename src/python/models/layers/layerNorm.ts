import { size } from './given/givenLayer';
import { epsilonField, kerasNormParameters } from './given/norms';
import { together } from './given/windows';
import type { LayerClasses } from './layerClass';

export const layerNorm: LayerClasses = [
  {
    library: 'keras',
    names: ['LayerNormalization'],
    parameters: `axis=-1, epsilon=0.001, ${kerasNormParameters}, rms_scaling=False`,
    read: given => {
      given.leave('beta_initializer', 'gamma_initializer');
      const { fields, fault } = together([epsilonField(given, 'epsilon')]);
      return fault ?? given.layer('layer-norm', fields);
    },
  },
  {
    library: 'torch',
    names: ['LayerNorm'],
    parameters: 'normalized_shape, eps=0.00001, elementwise_affine=True, bias=True',
    read: given => {
      const sizes = [given.value('normalized_shape')].flat();
      if (sizes.some(each => size(each) === undefined)) return given.unread('its normalized_shape');
      // over several axes, each place would have a scale of its own
      if (sizes.length > 1) return given.refused('normalized_shape');
      const { fields, fault } = together([epsilonField(given, 'eps')]);
      return fault ?? given.layer('layer-norm', fields);
    },
  },
];
