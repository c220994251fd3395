import { ancestors } from '../graph';
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
    for (const id of graph.unreachable) {
      const layer = graph.byId.get(id)!;
      // a layer that nothing feeds says so itself
      if (layer.inputs.length === 0) continue;
      const first = [...ancestors(graph, id)]
        .map(other => graph.byId.get(other))
        .find(other => other?.inputs.length === 0);
      report({
        layer,
        message: first
          ? `"${id}" isn't reached by the input, because nothing feeds "${first.id}" before it.`
          : `"${id}" isn't reached by the input.`,
        related: first ? [{ message: `Nothing feeds "${first.id}".`, layer: first }] : [],
      });
    }
  },
};
