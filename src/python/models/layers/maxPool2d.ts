import { kerasPool, torchPool } from './given/pools';
import type { LayerClasses } from './layerClass';

export const maxPool2d: LayerClasses = [
  kerasPool('max-pool2d', ['MaxPooling2D', 'MaxPool2D'], 2),
  torchPool('max-pool2d', 'MaxPool2d', 2, 'dilation=1, return_indices=False, ceil_mode=False'),
];
