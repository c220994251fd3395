import { size } from './given/givenLayer';
import { weightFields, weightParameters } from './given/kerasWeights';
import { together } from './given/windows';
import type { LayerClasses } from './layerClass';

export const dense: LayerClasses = [
  {
    library: 'keras',
    names: ['Dense'],
    parameters: `units|output_dim, activation=None, ${weightParameters()}, lora_rank=None`,
    read: given => {
      const units = size(given.value('units'));
      if (units === undefined) return given.unread('its units');
      const { fields, fault } = together([{ units }, weightFields(given)]);
      return fault ?? given.layer('dense', fields);
    },
  },
  {
    library: 'torch',
    names: ['Linear'],
    parameters: 'in_features, out_features, bias=True',
    read: given => {
      const units = size(given.value('out_features'));
      if (units === undefined) return given.unread('its out_features');
      const { fields, fault } = together([{ units }, given.torchBias()]);
      const takes = size(given.value('in_features'));
      return fault ?? given.layer('dense', fields, takes === undefined ? undefined : [takes]);
    },
  },
];
