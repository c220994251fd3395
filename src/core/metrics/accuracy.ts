import { predictedClass } from './classOf/predictedClass';
import type { Metric } from './metric';

export const accuracy: Metric = {
  type: 'accuracy',
  title: 'Accuracy',
  suits: encoding => encoding !== 'numbers',
  example: (A, Y, offset, n) => (predictedClass(A, offset, n) === predictedClass(Y, offset, n) ? 1 : 0),
  larger: true,
};
