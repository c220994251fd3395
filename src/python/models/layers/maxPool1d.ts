import { kerasPool, torchPool } from './given/pools';
import type { LayerClasses } from './layerClass';

export const maxPool1d: LayerClasses = [
  kerasPool('max-pool1d', ['MaxPooling1D', 'MaxPool1D'], 1),
  torchPool('max-pool1d', 'MaxPool1d', 1, 'dilation=1, return_indices=False, ceil_mode=False'),
];
