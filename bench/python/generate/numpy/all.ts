import type { Family } from '../family';
import { arrayFamilies } from './arrays';
import { broadcastingFamilies } from './broadcasting';
import { logisticFamilies } from './logistic';
import { networkFamilies } from './network';
import { productFamilies } from './products';

export const numpyFamilies: readonly Family[] = [
  ...logisticFamilies,
  ...networkFamilies,
  ...broadcastingFamilies,
  ...arrayFamilies,
  ...productFamilies,
];
