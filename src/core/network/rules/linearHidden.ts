import { layerOf } from '../../layers';
import type { Graph } from '../graph';
import type { Rule } from './rule';

export const linearHidden: Rule = {
  code: 'linear-hidden',
  severity: 'warning',
  why: 'Two linear layers in a row are one linear layer: W2·(W1·X + b1) + b2 is again a matrix times X plus a vector. Only an activation between them lets the network bend.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4 },
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
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "left", "type": "dense", "units": 4 },
    { "id": "right", "type": "dense", "units": 4, "activation": "tanh", "inputs": ["input"] },
    { "id": "both", "type": "concatenate", "inputs": ["left", "right"] },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "left", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "right", "type": "dense", "units": 4, "activation": "tanh", "inputs": ["input"] },
    { "id": "both", "type": "concatenate", "inputs": ["left", "right"] },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
  ],

  check({ network, graph, report }) {
    const taken = takenUp(graph);
    for (const layer of network.layers) {
      if (!taken.has(layer.id) || layer.fields?.activation !== 'linear') continue;
      const written = layer.raw.activation !== undefined;
      // a misspelt activation counts as not written, but it was
      if (written && layer.raw.activation !== 'linear') continue;
      report({
        layer,
        ...(written && { field: 'activation' }),
        message: `"${layer.id}" is a hidden layer without an activation${written ? '' : ' (none is written)'}, so it adds nothing that the next layer couldn't do alone.`,
        fixes: ['relu', 'tanh'].map(value => ({
          title: `Change "activation" to "${value}"`,
          edits: [{ kind: 'set-field', id: layer.id, field: 'activation', value }],
        })),
      });
    }
  },
};

/**
 * The layers whose values meet nothing but weights next, those of each value their own: W2·(W1·X) is a matrix times X. A
 * sum isn't that: what is added to W1·X isn't multiplied by it, so that no single matrix after the sum does the same.
 */
function takenUp({ order, outputs }: Graph): ReadonlySet<string> {
  const taken = new Set<string>();
  const types = new Map(order.map(({ id, type }) => [id, layerOf(type)]));
  for (const { id } of order.toReversed()) {
    const feeds = outputs.get(id)!;
    const weighted = feeds.every(next => {
      const definition = types.get(next);
      const passes = definition?.reshapes || definition?.gathers;
      return definition?.kind === 'weights' || (passes && taken.has(next));
    });
    if (feeds.length > 0 && weighted) taken.add(id);
  }
  return taken;
}
