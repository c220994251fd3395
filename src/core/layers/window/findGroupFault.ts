import type { LayerFault } from '../layer';

/** Groups that don't divide the channels, or the filters. */
export function findGroupFault(
  groups: number,
  channels: number | string,
  filters: number,
  problem: (fault: LayerFault) => void,
): void {
  if (groups === 1) return;
  const what = [
    ...(typeof channels === 'number' && channels % groups !== 0
      ? [`the ${channels} channels of the input`]
      : []),
    ...(filters % groups !== 0 ? [`its ${filters} filters`] : []),
  ];
  if (what.length === 0) return;
  problem({
    code: 'groups-do-not-divide',
    message: `${groups} groups can’t share out ${what.join(' and ')} evenly. Choose a number that divides both, or 1 for no groups.`,
    field: 'groups',
    fixes: [{ title: 'Change groups to 1', set: { field: 'groups', value: 1 } }],
  });
}
