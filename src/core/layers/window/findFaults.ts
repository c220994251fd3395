import type { LayerFault } from '../layer';
import type { Along } from './along';

/**
 * A kernel that is larger than what it goes over, and pixels that none of its places covers. `key` is the field that says its
 * size, `name` what the layer calls it.
 */
export function findWindowFaults(
  sides: readonly (readonly [name: string, size: number | string, side: Along | undefined])[],
  { key, name, canPad }: { readonly key: string; readonly name: string; readonly canPad: boolean },
  problem: (fault: LayerFault) => void,
): void {
  for (const [side, size, found] of sides) {
    if (!found) continue;
    if (found.places === 0) {
      problem({
        code: 'kernel-too-large',
        message: `The ${name} reaches over ${found.reach} of ${side}, but the input has only ${size}${found.before > 0 ? ` and 2·${found.before} of padding` : ''}. Make the ${name} smaller${canPad ? ', or pad the input' : ''}.`,
        field: key,
        fixes: [
          ...(typeof size === 'number' && size >= 1
            ? [{ title: `Change the ${name} to ${Math.min(size, 1000)}`, set: { field: key, value: size } }]
            : []),
          ...(canPad
            ? [{ title: 'Pad so that the size is kept', set: { field: 'padding', value: 'same' } }]
            : []),
        ],
      });
      return;
    }
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
