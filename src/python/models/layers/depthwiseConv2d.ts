import { size } from './given/givenLayer';
import { weightFields, weightParameters } from './given/kerasWeights';
import { kerasPadding, together, windowField } from './given/windows';
import type { LayerClasses } from './layerClass';

export const depthwiseConv2d: LayerClasses = [
  {
    library: 'keras',
    names: ['DepthwiseConv2D'],
    parameters: `kernel_size, strides=1, padding="valid", depth_multiplier=1, data_format="channels_last", dilation_rate=1, activation=None, ${weightParameters('depthwise')}`,
    read: given => {
      const depthMultiplier = size(given.value('depth_multiplier'));
      if (depthMultiplier === undefined) return given.unread('its depth_multiplier');
      const { fields, fault } = together([
        windowField(given, 'kernel_size', 'kernelSize', 2),
        windowField(given, 'strides', 'stride', 2, 1),
        kerasPadding(given),
        depthMultiplier === 1 ? {} : { depthMultiplier },
        windowField(given, 'dilation_rate', 'dilation', 2, 1),
        weightFields(given, 'depthwise'),
      ]);
      return fault ?? given.layer('depthwise-conv2d', fields);
    },
  },
];
