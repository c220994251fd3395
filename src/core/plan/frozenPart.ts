import { kinds } from '../layers';
import { learningOf } from '../layers/definition/learningFields';
import type { LayerNode, Network, ShapeReport } from '../network/network';
import { definitionOf } from './definitionOf';
import { isInput, layersOnPath } from './path';

/** The beginning of a network that gives the same for an example in every step. */
export interface FrozenPart {
  readonly layers: ReadonlySet<string>;
  /** The layer by which alone the rest sees what it gives. */
  readonly last: string;
}

/** Undefined where no layer with parameters is frozen from the input on, or the rest sees several values of that part. */
export function frozenPart(network: Network, shapes: ShapeReport): FrozenPart | undefined {
  const path = layersOnPath(network, shapes);
  const still = new Set<string>();
  for (const node of path)
    if (isInput(node) || (isStill(node) && node.inputs.every(id => still.has(id)))) still.add(node.id);
  const seen = new Set(
    path.flatMap(({ id, inputs }) => (still.has(id) ? [] : inputs.filter(input => still.has(input)))),
  );
  const [last] = seen;
  const learnt = path.some(({ id, fields }) => still.has(id) && learningOf(fields).frozen);
  return seen.size === 1 && learnt ? { layers: still, last: last! } : undefined;
}

/** Neither learns nor draws. */
function isStill(node: LayerNode): boolean {
  const { kind } = definitionOf(node);
  return kind !== 'drops' && (!kinds[kind].learns || learningOf(node.fields).frozen);
}
