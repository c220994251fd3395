import { type LayerDefinition, layerOf } from '../layers';
import type { LayerNode } from '../network/network';

/** The definition of a layer whose type has been checked: an unknown type is our bug. */
export function definitionOf(node: LayerNode): LayerDefinition {
  const definition = layerOf(node.type);
  if (!definition) throw new Error(`Layer ${node.id} has the unknown type ${node.type}.`);
  return definition;
}
