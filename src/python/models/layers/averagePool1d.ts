import { countsPadding } from './given/countsPadding';
import { kerasPool, torchPool } from './given/pools';
import type { LayerClasses } from './layerClass';

export const averagePool1d: LayerClasses = [
  kerasPool('average-pool1d', ['AveragePooling1D', 'AvgPool1D'], 1),
  torchPool('average-pool1d', 'AvgPool1d', 1, 'ceil_mode=False, count_include_pad=True', countsPadding),
];
