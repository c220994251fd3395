import type { Rule } from './rule';

export const cycle: Rule = {
  code: 'cycle',
  severity: 'error',
  why: 'The values of a network flow from its input to its output. A layer that feeds itself, even by way of others, could never be computed.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [2] },
    { "id": "join", "type": "add", "inputs": ["input", "hidden"] },
    { "id": "hidden", "type": "dense", "units": 2, "activation": "tanh" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [2] },
    { "id": "join", "type": "add" },
    { "id": "hidden", "type": "dense", "units": 2, "activation": "tanh" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
  ],

  check({ network, graph, report }) {
    const place = new Map(network.layers.map(({ id }, i) => [id, i]));
    for (const ids of graph.cycles) {
      // the edge that leads back in the list is the one that closes the circle
      const steps = ids.map((from, i) => ({ from, to: ids[(i + 1) % ids.length]! }));
      const back = steps.find(({ from, to }) => place.get(from)! >= place.get(to)!) ?? steps.at(-1)!;
      const layer = graph.byId.get(back.to)!;
      const around = ids
        .slice(0, 6)
        .map(id => `"${id}"`)
        .join(' → ');
      report({
        layer,
        field: layer.explicitInputs ? 'inputs' : undefined,
        message:
          ids.length === 1
            ? `"${layer.id}" feeds itself.`
            : `These layers feed each other in a circle: ${around}${ids.length > 6 ? ' → …' : ''} → "${ids[0]}".`,
        fixes: [
          { title: `Disconnect "${back.from}" from "${back.to}"`, edits: [{ kind: 'disconnect', ...back }] },
        ],
      });
    }
  },
};
