import type { LayerFault } from '../layer';
import type { Along } from './along';
import { bothSides, type SidesField } from './fields';

export interface WindowNames {
  /** The field that says the kernel's size, and what the layer calls it. */
  readonly key: string;
  readonly name: string;
}

/** One side of the input, `rows`, and what the kernel does along it; undefined where that isn't known. */
export type WindowSide = readonly [name: string, size: number | string, side: Along | undefined];

/**
 * A kernel that is larger than what it goes over, and pixels that none of its places covers. `kernel` is the field as it is
 * written, one number or one for each side.
 */
export function findWindowFaults(
  sides: readonly WindowSide[],
  kernel: SidesField,
  { key, name }: WindowNames,
  problem: (fault: LayerFault) => void,
): void {
  const small = sides.find(([, , found]) => found?.places === 0);
  if (small) {
    const [side, size, found] = small;
    const { reach, before, most } = found!;
    const padding = before > 0 ? ` and ${before} of padding at both ends` : '';
    const fitting = fittingKernel(sides, kernel);
    problem({
      code: 'kernel-too-large',
      message: `The ${name} covers ${reach} ${side}, but its input has only ${size}${padding}. ${most > 0 ? `Make the ${name} smaller, or pad the input` : 'Pad the input'}.`,
      field: key,
      fixes: [
        ...(fitting === undefined
          ? []
          : [
              {
                title: `Change the ${name} to ${sides.length === 1 ? fitting : bothSides(fitting).join(' × ')}`,
                set: { field: key, value: fitting },
              },
            ]),
        { title: 'Pad so that the size is kept', set: { field: 'padding', value: 'same' } },
      ],
    });
    return;
  }
  const left = sides.flatMap(([side, , found]) =>
    found && found.over > 0 ? [`${found.over} of ${side}`] : [],
  );
  if (left.length > 0) {
    problem({
      code: 'pixels-left-over',
      severity: 'information',
      message: `The steps of the ${name} don’t come out even: at the end ${left.join(' and ')} of the input ${left.length > 1 ? 'are' : 'is'} not looked at.`,
      field: 'stride',
    });
  }
}

/** The largest kernel that fits, written as the one that doesn't; undefined where none does, or a side isn't known. */
function fittingKernel(sides: readonly WindowSide[], kernel: SidesField): SidesField | undefined {
  const most = sides.map(([, , found]) => found?.most ?? 0);
  if (most.some(n => n < 1)) return undefined;
  if (typeof kernel === 'number') return Math.min(kernel, ...most);
  return [Math.min(kernel[0], most[0]!), Math.min(kernel[1], most[1]!)];
}
