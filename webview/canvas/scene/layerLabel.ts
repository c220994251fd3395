import type { Group } from '../groups/groupsOf';
import type { LayerCard } from './layerCard';

/** What a screen reader says of a layer: `Layer hidden, dense, 4 units, tanh, W1 4 by 2, b1 4 by 1, 1 problem`. */
export function layerLabel({
  id,
  title,
  role,
  units,
  activation,
  report,
  output,
  problems,
  frozen,
  group,
}: LayerCard): string {
  if (group) return groupLabel(group, title, problems.length);
  const parts = [`Layer ${id}`, title.toLowerCase()];
  if (role === 'output') parts.push('output of the network');
  if (units !== undefined) parts.push(`${units} ${units === 1 ? 'unit' : 'units'}`);
  if (activation) parts.push(activation);
  for (const { name, dims } of report?.parameters ?? []) {
    parts.push(`${name} ${dims.map(dim => dim.size).join(' by ')}`);
  }
  if (output && !report?.parameters.length) parts.push(`output ${output.join(' by ')}`);
  if (frozen) parts.push('frozen');
  if (problems.length > 0) parts.push(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  return parts.join(', ');
}

function groupLabel({ title, ids }: Group, kind: string, problems: number): string {
  const parts = [`Group ${title}`, kind.toLowerCase(), `${ids.length} layers in it, folded, Enter opens it`];
  if (problems > 0) parts.push(`${problems} ${problems === 1 ? 'problem' : 'problems'}`);
  return parts.join(', ');
}
