import { kerasGlobalPool, torchGlobalPool } from './given/globalPool';
import type { LayerClasses } from './layerClass';

export const globalMaxPool: LayerClasses = [
  kerasGlobalPool('global-max-pool', [
    'GlobalMaxPooling2D',
    'GlobalMaxPool2D',
    'GlobalMaxPooling1D',
    'GlobalMaxPool1D',
  ]),
  torchGlobalPool('global-max-pool', ['AdaptiveMaxPool2d', 'AdaptiveMaxPool1d']),
];
