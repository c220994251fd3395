import type { Graph } from './graph';
import { isCounted, sizedBy } from './sizedBy';

/**
 * The notes' symbol for the number of values each layer gives: n_x for the input, n_y for the output, n_h for the only
 * hidden layer, n_1, n_2 … for several. Logistic regression has n_x and n_y only.
 */
export function sizeSymbols(graph: Graph): Map<string, string> {
  const symbols = new Map<string, string>();
  const output = graph.output && sizedBy(graph, graph.output);
  const hidden = graph.order.filter(layer => isCounted(layer) && layer !== output);
  for (const [i, { id }] of graph.sources.entries()) {
    symbols.set(id, graph.sources.length === 1 ? 'n_x' : `n_x${i + 1}`);
  }
  for (const [i, { id }] of hidden.entries()) symbols.set(id, hidden.length === 1 ? 'n_h' : `n_${i + 1}`);
  for (const { id } of graph.order) {
    if (!symbols.has(id)) symbols.set(id, id === output?.id || id === graph.output?.id ? 'n_y' : 'n');
  }
  return symbols;
}
