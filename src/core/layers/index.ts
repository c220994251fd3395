import { layers } from './all';
import type { LayerDefinition } from './layer';

export { layers } from './all';
export { kinds, type LayerKind } from './definition/kinds';
export { type LayerInputs, mostInputs } from './definition/layerInputs';
export type { LayerDefinition, LayerFix, ParameterShape, ValueShape } from './layer';

const byType = new Map(layers.map(layer => [layer.type, layer]));

/** A layer's definition by its type in the file; undefined where there is no such type. */
export function layerOf(type: string): LayerDefinition | undefined {
  return byType.get(type);
}

/** Whether the data enter a network in layers of this type. */
export function isSource(type: string): boolean {
  return layerOf(type)?.kind === 'input';
}
