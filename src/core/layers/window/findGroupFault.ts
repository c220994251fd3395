import type { LayerFault } from '../layer';

/** Groups that don't divide the channels, or the filters. */
export function findGroupFault(
  groups: number,
  channels: number | string,
  filters: number,
  problem: (fault: LayerFault) => void,
): void {
  const divides = (n: number) => filters % n === 0 && (typeof channels !== 'number' || channels % n === 0);
  if (divides(groups)) return;
  const what = [
    ...(typeof channels === 'number' && channels % groups !== 0
      ? [`the ${channels} channels of the input`]
      : []),
    ...(filters % groups !== 0 ? [`its ${filters} filters`] : []),
  ];
  // no more groups than there are channels can divide them
  let nearest = Math.min(groups, filters, typeof channels === 'number' ? channels : groups);
  while (!divides(nearest)) nearest--;
  problem({
    code: 'groups-do-not-divide',
    message: `${groups} groups can’t share out ${what.join(' and ')} evenly. Choose a number that divides both, or 1 for no groups.`,
    field: 'groups',
    fixes: [...new Set([nearest, 1])].map(n => ({
      title: `Change groups to ${n}`,
      set: { field: 'groups', value: n },
    })),
  });
}
