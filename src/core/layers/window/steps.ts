import type { NamedDim } from '../../shape';
import type { LayerFault, WorkedSize } from '../layer';
import { along, type Padding } from './along';
import { findWindowFaults, type WindowNames } from './findFaults';
import type { PlacesFields } from './placesOf';

export interface StepFields {
  readonly kernelSize: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: Padding;
}

/** The steps of what a kernel gives along a series, with what is wrong with it. */
export function stepsOf(
  series: readonly [NamedDim, NamedDim] | undefined,
  { kernelSize, ...fields }: StepFields,
  problem: (fault: LayerFault) => void,
  names: WindowNames = { key: 'kernelSize', name: 'kernel' },
) {
  const [length, before] = series ?? [
    { symbol: 'T', size: 'T' },
    { symbol: 'n', size: 'n' },
  ];
  const found = along({ size: length.size, kernel: kernelSize, ...fields });
  findWindowFaults([['steps', length.size, found]], kernelSize, names, problem);
  // where the kernel doesn't fit there is no size, and what follows has nothing to find fault with
  const places = found && found.places > 0 ? found.places : undefined;
  const worked: readonly WorkedSize[] =
    found && found.places > 0 ? [{ symbol: 'T', how: found.how, size: found.places }] : [];
  return { steps: { symbol: 'T', size: places ?? 'T' }, places: places ?? 0, worked, before };
}

/** A series as a picture of height 1. */
export function stepFields({ kernelSize, stride, dilation, padding }: StepFields): PlacesFields {
  return {
    kernelSize: [1, kernelSize],
    stride: [1, stride],
    dilation: [1, dilation],
    padding: typeof padding === 'number' ? [0, padding] : padding,
  };
}
