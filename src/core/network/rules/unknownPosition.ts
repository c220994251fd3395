import { member, nodeAt, spanOf } from '../json/members';
import { clipped } from '../reading/badValue';
import type { Rule } from './rule';

export const unknownPosition: Rule = {
  code: 'unknown-position',
  severity: 'information',
  why: 'A position pins the layer with its id. Where there is no such layer it does nothing, and is left over from one that was removed or renamed in the text.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "view": {
    "positions": { "output": { "x": 200, "y": 0 }, "hidden": { "x": 100, "y": 0 } }
  }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "view": {
    "positions": { "output": { "x": 200, "y": 0 } }
  }
}
`,
    },
  ],

  check({ network, parsed, graph, report }) {
    const positions = nodeAt(parsed.json.root, ['view', 'positions']);
    for (const id of network.positions.keys()) {
      if (graph.byId.has(id)) continue;
      const value = member(positions, id)?.value;
      report({
        field: `view.positions.${id}`,
        ...(value && { span: spanOf(value) }),
        message: `A position is written for "${clipped(id)}", but no layer has that id.`,
        fixes: [
          { title: 'Remove the position', edits: [{ kind: 'set-positions', positions: { [id]: null } }] },
        ],
      });
    }
  },
};
