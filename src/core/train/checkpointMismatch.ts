import type { Parameter } from '../plan/parameters';
import { formatShape } from '../shape';
import type { Checkpoint } from './training';

/** Why saved weights don't fit a network, in one sentence; undefined where they do. */
export function checkpointMismatch(
  parameters: readonly Pick<Parameter, 'name' | 'value'>[],
  checkpoint: Pick<Checkpoint, 'parameters'>,
): string | undefined {
  const saved = new Map(checkpoint.parameters.map(parameter => [parameter.name, parameter]));
  for (const { name, value } of parameters) {
    const found = saved.get(name);
    const needed = formatShape([value.rows, value.columns]);
    if (!found) return `The weights hold no ${name}, which the network needs as ${needed}.`;
    if (found.shape[0] !== value.rows || found.shape[1] !== value.columns) {
      return `The weights are of another network: their ${name} is ${formatShape(found.shape)}, but this network needs ${needed}.`;
    }
    saved.delete(name);
  }
  const left = [...saved.keys()];
  if (left.length > 0) return `The weights are of another network: it has no ${left.join(', ')}.`;
  return undefined;
}
