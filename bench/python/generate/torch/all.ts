import type { Family } from '../family';
import { convolutionFamilies } from './convolution';
import { joiningFamilies } from './joining';
import { linearFamilies } from './linear';
import { lossFamilies } from './losses';
import { productFamilies } from './products';
import { recurrentFamilies } from './recurrent';
import { reshapingFamilies } from './reshaping';

export const torchFamilies: readonly Family[] = [
  ...linearFamilies,
  ...convolutionFamilies,
  ...joiningFamilies,
  ...reshapingFamilies,
  ...productFamilies,
  ...recurrentFamilies,
  ...lossFamilies,
];
