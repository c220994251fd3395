import { placesWidth } from '../../kernels/poolPlaces';
import type { LayerPlan } from '../layer';
import { type WindowFields, windowOf } from './windowOf';

/** The largest of what the kernel covers, and the gradient back to where it came from. */
export function planMaxPool(
  { inputs: [input], output, bytes, forward, backward }: LayerPlan<unknown>,
  shape: readonly number[],
  fields: WindowFields,
): void {
  const X = input!;
  const over = windowOf(shape, fields);
  const at = bytes(placesWidth(over));
  forward({ call: 'maxPool', args: [over, X.A, output.A, at], reads: 'A = the largest under the kernel' });
  if (X.dA && output.dA) {
    backward({
      call: 'maxPoolGradient',
      args: [over, output.dA, at, X.dA, true],
      reads: 'dA_prev += dA, where the largest was',
    });
  }
}

/** Their mean, padding left out. */
export function planAveragePool(
  { inputs: [input], output, forward, backward }: LayerPlan<unknown>,
  shape: readonly number[],
  fields: WindowFields,
): void {
  const X = input!;
  const over = windowOf(shape, fields);
  forward({ call: 'averagePool', args: [over, X.A, output.A], reads: 'A = the mean under the kernel' });
  if (X.dA && output.dA) {
    backward({
      call: 'averagePoolGradient',
      args: [over, output.dA, X.dA, true],
      reads: 'dA_prev += dA, in equal shares',
    });
  }
}
