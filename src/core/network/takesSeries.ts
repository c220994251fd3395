import { layerOf } from '../layers';
import type { Graph } from './graph';
import type { LayerNode, ShapeReport } from './network';
import { sizeSymbols } from './sizeSymbols';

/**
 * Whether what is fed to a layer are series (T, n), which have the shape of grey pictures (n_H, n_W): a layer that sees them as they
 * came in, with nothing but normalisation or dropout before it, would refuse pictures.
 */
export function takesSeries(graph: Graph, shapes: ShapeReport, source: LayerNode): boolean {
  const asTheyCame = shapes.layers.get(source.id)?.output?.join();
  const symbols = sizeSymbols(graph);
  const reached = new Set([source]);
  for (const layer of reached) {
    for (const id of graph.outputs.get(layer.id) ?? []) {
      const next = graph.byId.get(id)!;
      if (refusesPictures(next, symbols)) return true;
      if (shapes.layers.get(id)?.output?.join() === asTheyCame) reached.add(next);
    }
  }
  return false;
}

/** Asks its shape rule. */
function refusesPictures(
  { id, type, fields, inputs }: LayerNode,
  symbols: ReturnType<typeof sizeSymbols>,
): boolean {
  const definition = layerOf(type);
  if (!definition || !fields) return false;
  const picture = [64, 64, 3].map(size => ({ symbol: String(size), size }));
  let refused = false;
  definition.shapes({
    fields,
    inputs: inputs.map(() => picture),
    data: undefined,
    symbols: symbols.get(id)!,
    problem: ({ code }) => {
      refused ||= code === 'not-a-series';
    },
  });
  return refused;
}
