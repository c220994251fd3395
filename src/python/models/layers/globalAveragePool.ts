import { kerasGlobalPool, torchGlobalPool } from './given/globalPool';
import type { LayerClasses } from './layerClass';

export const globalAveragePool: LayerClasses = [
  kerasGlobalPool('global-average-pool', [
    'GlobalAveragePooling2D',
    'GlobalAvgPool2D',
    'GlobalAveragePooling1D',
    'GlobalAvgPool1D',
  ]),
  torchGlobalPool('global-average-pool', ['AdaptiveAvgPool2d', 'AdaptiveAvgPool1d']),
];
