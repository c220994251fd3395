import { countsPadding } from './given/countsPadding';
import { kerasPool, torchPool } from './given/pools';
import type { LayerClasses } from './layerClass';

export const averagePool2d: LayerClasses = [
  kerasPool('average-pool2d', ['AveragePooling2D', 'AvgPool2D'], 2),
  torchPool(
    'average-pool2d',
    'AvgPool2d',
    2,
    'ceil_mode=False, count_include_pad=True, divisor_override=None',
    countsPadding,
  ),
];
