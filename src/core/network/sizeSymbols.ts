import { kinds, layerOf } from '../layers';
import type { SizeSymbols } from '../layers/layer';
import type { Graph } from './graph';
import type { LayerNode } from './network';
import { isCounted, sizedBy } from './sizedBy';

/** What a layer is called by: the number of its W1 and b1, where it is counted, and the symbols of its sizes. */
export interface LayerSymbols extends SizeSymbols {
  readonly number: number | undefined;
}

/**
 * The notes' symbols for the sizes of what each layer gives. The number of values is n_x for the input, n_y for the output,
 * n_h for the only hidden layer, n_1, n_2 … for several; logistic regression has n_x and n_y only. A layer that isn't counted
 * takes over the symbol of the one before it, as the notes count a pool to the layer that it follows.
 *
 * The sides and channels of pictures are n_H, n_W and n_C, with the number of the layer where that is counted, as its W1
 * and b1 have it: the notes' n_C^[1] is n_C1, and W2 of a second convolution is (f, f, n_C1, n_C2). Without a number they
 * are those of the input, or what a layer that isn't counted makes of them, a pool for one: its own n_H and n_W.
 *
 * Data that a layer takes as series are (T_x, n_x).
 */
export function sizeSymbols(graph: Graph): Map<string, LayerSymbols> {
  const symbols = new Map<string, LayerSymbols>();
  const output = graph.output && sizedBy(graph, graph.output);
  const hidden = graph.order.filter(layer => isCounted(layer) && layer !== output).length;
  let number = 0;
  const recurrent = graph.order.filter(layer => recurs(layer) && layer !== output).length;
  let place = 0;
  let recurring = 0;
  let source = 0;
  for (const layer of graph.order) {
    const kind = layerOf(layer.type)?.kind;
    const own = isCounted(layer) ? ++number : undefined;
    const before = layer.inputs[0] === undefined ? undefined : symbols.get(layer.inputs[0])?.n;
    let n = before ?? 'n';
    if (kind === 'input') n = graph.sources.length === 1 ? 'n_x' : `n_x${++source}`;
    else if (layer === output && (own !== undefined || kind === 'pools' || before === undefined)) n = 'n_y';
    else if (recurs(layer)) n = recurrent === 1 ? 'n_a' : `n_a${++recurring}`;
    else if (own !== undefined) n = hidden === 1 ? 'n_h' : `n_${++place}`;
    const mark = own ?? '';
    const T = kind === 'input' && feedsSteps(graph, layer) ? stepsOf(n) : undefined;
    symbols.set(layer.id, { number: own, n, n_H: `n_H${mark}`, n_W: `n_W${mark}`, n_C: `n_C${mark}`, T });
  }
  return symbols;
}

function recurs({ type }: LayerNode): boolean {
  return layerOf(type)?.kind === 'recurs';
}

/** Of n_x the number of steps is T_x, of n_x2 T_x2. */
function stepsOf(n: string): string {
  return n.replace('n', 'T');
}

/** Whether a layer takes steps that sees the data as they came in, with nothing before it but what leaves values in their places. */
function feedsSteps({ outputs, byId }: Graph, source: LayerNode): boolean {
  const reached = new Set([source]);
  for (const { id } of reached) {
    for (const next of outputs.get(id) ?? []) {
      const layer = byId.get(next)!;
      const definition = layerOf(layer.type);
      if (definition?.takesSteps) return true;
      if (definition && kinds[definition.kind].keepsPlaces) reached.add(layer);
    }
  }
  return false;
}
