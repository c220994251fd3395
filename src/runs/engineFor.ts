import type { Kernels, Precision } from '../core/kernels/kernels';
import { referenceKernels } from '../core/kernels/reference';

/** The kernels that a run computes with. */
export function engineFor(precision: Precision): { readonly kernels: Kernels; readonly name: string } {
  const kernels = referenceKernels(precision);
  return { kernels, name: `${kernels.name} kernels, ${precision}` };
}
