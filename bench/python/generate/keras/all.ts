import type { Family } from '../family';
import { functionalFamilies } from './functional';
import { layerFamilies } from './layers';
import { sequentialFamilies } from './sequential';

export const kerasFamilies: readonly Family[] = [
  ...sequentialFamilies,
  ...layerFamilies,
  ...functionalFamilies,
];
