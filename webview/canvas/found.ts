import type { LayerNode, ShapeReport } from '../../src/core/network/network';
import { definitionOf } from './scene/layerCard';

/**
 * The ids of the layers that a query names, in the order of the list: every word of it stands in the name or the type, or is the
 * shape of the output or its beginning, `28×28`, `28x28x6` or `28, 28`.
 */
export function found(layers: readonly LayerNode[], shapes: ShapeReport, query: string): string[] {
  const words = query
    .toLowerCase()
    .replaceAll(/(?<=\d)\s{0,9}[x×*,]\s{0,9}(?=\d)/g, '×')
    .split(/[\s,()]+/)
    .filter(word => word !== '');
  if (words.length === 0) return [];
  return layers
    .filter(layer => {
      const { id, type } = layer;
      const text = `${id} ${type} ${definitionOf(layer)?.title ?? ''}`.toLowerCase();
      const shape = shapes.layers.get(id)?.output?.join('×') ?? '';
      return words.every(word => text.includes(word) || isShape(word, shape));
    })
    .map(({ id }) => id);
}

/** `28` is found in 28×28×6 and in 6×28, but not in 128. */
function isShape(word: string, shape: string): boolean {
  return /^\d/.test(word) && `×${shape}×`.includes(`×${word}×`);
}
