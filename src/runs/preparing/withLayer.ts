import type { Problem } from '../../core/problem';

/**
 * The message of a problem where no canvas shows whose it is: `"conv2": The kernel covers …`; as it is where it names the layer
 * itself, or is of none.
 */
export function withLayer({ message, layer }: Pick<Problem, 'message' | 'layer'>): string {
  const name = `"${layer}"`;
  return layer === undefined || message.includes(name) ? message : `${name}: ${message}`;
}
