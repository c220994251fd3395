import { kerasActivation } from './given/activationNames';
import { size } from './given/givenLayer';
import { initializerOf } from './given/initializerNames';
import type { LayerClasses } from './layerClass';

export const dense: LayerClasses = [
  {
    library: 'keras',
    names: ['Dense'],
    parameters:
      'units|output_dim, activation=None, use_bias|bias=True, kernel_initializer|init="glorot_uniform", bias_initializer="zeros", kernel_regularizer|W_regularizer=None, bias_regularizer|b_regularizer=None, activity_regularizer=None, kernel_constraint|W_constraint=None, bias_constraint|b_constraint=None, lora_rank=None',
    read: given => {
      const units = size(given.value('units'));
      if (units === undefined) return given.unread('its units');
      const activation = kerasActivation(given);
      if (typeof activation === 'object') return activation;
      const bias = given.value('use_bias');
      if (typeof bias !== 'boolean') return given.unread('its use_bias');
      const initializer = initializerOf(given);
      given.leave('bias_initializer');
      return given.layer('dense', {
        units,
        ...(activation !== 'linear' && { activation }),
        ...(initializer && { initializer }),
        ...(!bias && { bias }),
      });
    },
  },
  {
    library: 'torch',
    names: ['Linear'],
    parameters: 'in_features, out_features, bias=True',
    read: given => {
      const units = size(given.value('out_features'));
      if (units === undefined) return given.unread('its out_features');
      const bias = given.value('bias');
      if (typeof bias !== 'boolean') return given.unread('its bias');
      const takes = size(given.value('in_features'));
      return given.layer(
        'dense',
        { units, ...(!bias && { bias }) },
        takes === undefined ? undefined : [takes],
      );
    },
  },
];
