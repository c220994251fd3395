import { isWhole } from '../isWhole';
import { clipped } from '../reading/badValue';
import type { Rule } from './rule';

export const cutGroup: Rule = {
  code: 'cut-group',
  severity: 'information',
  why: 'A group is drawn as one. Where its layers feed another layer that feeds them in turn, or one of them isn’t there any more, that can’t be: it is drawn open, or without the layer.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [2] },
    { "id": "first", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "between", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "second", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "view": {
    "groups": { "hidden": ["first", "second"] }
  }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [2] },
    { "id": "first", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "between", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "second", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "view": {
    "groups": { "hidden": ["first", "between", "second"] }
  }
}
`,
    },
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [2] },
    { "id": "first", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "second", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "view": {
    "groups": { "hidden": ["first", "second", "third"] }
  }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input", "shape": [2] },
    { "id": "first", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "second", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "view": {
    "groups": { "hidden": ["first", "second"] }
  }
}
`,
    },
  ],

  check({ network, graph, report }) {
    for (const [name, members] of network.groups) {
      const field = `view.groups.${name}`;
      const known = members.filter(id => graph.byId.has(id));
      const unknown = members.find(id => !graph.byId.has(id));
      const apart = {
        title: 'Take the group apart',
        edits: [{ kind: 'set-groups', groups: { [name]: null } }],
      } as const;
      if (unknown !== undefined) {
        report({
          field,
          message: `The group "${clipped(name)}" names "${clipped(unknown)}", but no layer has that id.`,
          fixes: [
            { title: 'Leave it out', edits: [{ kind: 'set-groups', groups: { [name]: known } }] },
            apart,
          ],
        });
      } else if (!isWhole(network.layers, members)) {
        const places = known.map(id => network.layers.findIndex(layer => layer.id === id));
        const all = network.layers.slice(Math.min(...places), Math.max(...places) + 1).map(({ id }) => id);
        report({
          field,
          message: `The group "${clipped(name)}" is cut in two: its layers feed others that feed it in turn. It is drawn open.`,
          fixes: [
            ...(isWhole(network.layers, all)
              ? [
                  {
                    title: 'Take the layers between into the group',
                    edits: [{ kind: 'set-groups', groups: { [name]: all } }],
                  } as const,
                ]
              : []),
            apart,
          ],
        });
      }
    }
  },
};
