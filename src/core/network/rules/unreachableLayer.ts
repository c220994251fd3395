import { layerOf } from '../../layers';
import type { LayerNode } from '../network';
import type { Rule } from './rule';

export const unreachableLayer: Rule = {
  code: 'unreachable-layer',
  severity: 'warning',
  why: 'A layer that nothing of the input reaches gives the same for every example. It is the consequence of a connection that is missing before it.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "inputs": [], "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
  ],

  check({ graph, report }) {
    // each layer's first layer that nothing feeds; undefined where that may be a misspelt input
    const cause = new Map<string, LayerNode | undefined>();
    for (const layer of graph.order) {
      if (!graph.unreachable.has(layer.id)) continue;
      const known = layerOf(layer.type) !== undefined;
      if (layer.inputs.length === 0) {
        // it says so itself
        cause.set(layer.id, known ? layer : undefined);
        continue;
      }
      const first = layer.inputs.map(id => cause.get(id)).find(other => other !== undefined);
      cause.set(layer.id, known ? first : undefined);
      if (!first) continue;
      report({
        layer,
        message: `"${layer.id}" isn't reached by the input, because nothing feeds "${first.id}" before it.`,
        related: [{ message: `Nothing feeds "${first.id}".`, layer: first }],
      });
    }
  },
};
