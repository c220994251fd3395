import { layerOf } from '../../layers';
import type { Graph } from '../graph';
import type { LayerNode } from '../network';
import type { Rule } from './rule';

export const droppedOutput: Rule = {
  code: 'dropped-output',
  severity: 'warning',
  why: 'Dropout sets values to 0 while the network learns. Before the last layer that keeps units from relying on each other; after it, answers themselves are struck out, and no weights follow that could make up for it.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [8] },
    { "id": "output", "type": "dense", "units": 3, "activation": "softmax" },
    { "id": "drop", "type": "dropout", "rate": 0.5 }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [8] },
    { "id": "output", "type": "dense", "units": 3, "activation": "softmax" }
  ]
}
`,
    },
  ],

  check({ graph, report }) {
    const layer = graph.output;
    if (!layer || !drops(layer)) return;
    report({
      layer,
      message: `"${layer.id}" leaves out values of the output itself, so that right answers count as wrong while the network learns. Put it before the last layer with weights, or remove it.`,
      fixes: [{ title: `Remove "${layer.id}"`, edits: [{ kind: 'remove-layers', ids: [layer.id] }] }],
    });
  },
};

/** The layer that gives the output, before what only leaves values of it out. */
export function beforeDrops({ byId, output }: Graph): LayerNode | undefined {
  const seen = new Set<LayerNode>();
  let at = output;
  while (at && drops(at) && !seen.has(at)) {
    seen.add(at);
    at = at.inputs[0] === undefined ? undefined : byId.get(at.inputs[0]);
  }
  return at;
}

const drops = ({ type }: LayerNode) => layerOf(type)?.kind === 'drops';
