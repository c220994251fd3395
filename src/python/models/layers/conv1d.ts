import { size } from './given/givenLayer';
import { weightFields, weightParameters } from './given/kerasWeights';
import { kerasPadding, together, torchPadding, windowField } from './given/windows';
import type { LayerClasses } from './layerClass';

export const conv1d: LayerClasses = [
  {
    library: 'keras',
    names: ['Conv1D', 'Convolution1D'],
    parameters: `filters|nb_filter, kernel_size|filter_length, strides|subsample_length=1, padding|border_mode="valid", data_format="channels_last", dilation_rate=1, groups=1, activation=None, ${weightParameters()}`,
    read: given => {
      const [filters, groups] = [size(given.value('filters')), size(given.value('groups'))];
      if (filters === undefined) return given.unread('its filters');
      if (groups === undefined) return given.unread('its groups');
      const { fields, fault } = together([
        { filters },
        windowField(given, 'kernel_size', 'kernelSize', 1),
        windowField(given, 'strides', 'stride', 1, 1),
        kerasPadding(given),
        windowField(given, 'dilation_rate', 'dilation', 1, 1),
        groups === 1 ? {} : { groups },
        weightFields(given),
      ]);
      return fault ?? given.layer('conv1d', fields);
    },
  },
  {
    library: 'torch',
    names: ['Conv1d'],
    parameters:
      'in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1, bias=True, padding_mode="zeros"',
    read: given => {
      const [filters, groups] = [size(given.value('out_channels')), size(given.value('groups'))];
      if (filters === undefined) return given.unread('its out_channels');
      if (groups === undefined) return given.unread('its groups');
      // the layer before says how many there are
      given.argument('in_channels');
      const { fields, fault } = together([
        { filters },
        windowField(given, 'kernel_size', 'kernelSize', 1),
        windowField(given, 'stride', 'stride', 1, 1),
        torchPadding(given, 1),
        windowField(given, 'dilation', 'dilation', 1, 1),
        groups === 1 ? {} : { groups },
        given.torchBias(),
      ]);
      return fault ?? given.layer('conv1d', fields);
    },
  },
];
