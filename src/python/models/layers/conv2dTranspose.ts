import { type GivenLayer, size } from './given/givenLayer';
import { weightFields, weightParameters } from './given/kerasWeights';
import { kerasPadding, onAxes, together, torchPadding, windowField } from './given/windows';
import type { LayerClasses } from './layerClass';

export const conv2dTranspose: LayerClasses = [
  {
    library: 'keras',
    names: ['Conv2DTranspose', 'Deconvolution2D'],
    parameters: `filters, kernel_size, strides=1, padding="valid", output_padding=None, data_format="channels_last", dilation_rate=1, activation=None, ${weightParameters()}`,
    read: given => {
      const filters = size(given.value('filters'));
      if (filters === undefined) return given.unread('its filters');
      const { fields, fault } = together([
        { filters },
        windowField(given, 'kernel_size', 'kernelSize', 2),
        windowField(given, 'strides', 'stride', 2, 1),
        kerasPadding(given),
        windowField(given, 'dilation_rate', 'dilation', 2, 1),
        weightFields(given),
      ]);
      // there the output is larger than what the kernel reaches
      if (!fault && fields.padding === undefined && leavesGaps(given)) return given.refused('strides');
      return fault ?? given.layer('conv2d-transpose', fields);
    },
  },
  {
    library: 'torch',
    names: ['ConvTranspose2d'],
    parameters:
      'in_channels, out_channels, kernel_size, stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1, padding_mode="zeros"',
    read: given => {
      const filters = size(given.value('out_channels'));
      if (filters === undefined) return given.unread('its out_channels');
      given.argument('in_channels');
      const { fields, fault } = together([
        { filters },
        windowField(given, 'kernel_size', 'kernelSize', 2),
        windowField(given, 'stride', 'stride', 2, 1),
        torchPadding(given, 2),
        windowField(given, 'dilation', 'dilation', 2, 1),
        given.torchBias(),
      ]);
      return fault ?? given.layer('conv2d-transpose', fields);
    },
  },
];

/** Whether the kernel is smaller than its stride on an axis. */
function leavesGaps(given: GivenLayer): boolean {
  const on = (name: string) => {
    const sides = onAxes(given, name, 2) ?? 1;
    return typeof sides === 'number' ? [sides, sides] : sides;
  };
  const strides = on('strides');
  return on('kernel_size').some((size, i) => size < strides[i]!);
}
