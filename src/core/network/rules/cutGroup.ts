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
    let known: ReadonlyMap<string, number> | undefined;
    const places = () => (known ??= new Map(network.layers.map(({ id }, place) => [id, place])));
    for (const [name, members] of network.groups) {
      const field = `view.groups.${name}`;
      const unknown = members.find(id => !graph.byId.has(id));
      const apart = {
        title: 'Take the group apart',
        edits: [{ kind: 'set-groups', groups: { [name]: null } }],
      } as const;
      if (unknown !== undefined) {
        report({
          field,
          message: `The group "${clipped(name)}" names "${clipped(unknown)}", but no layer has that id.`,
          get fixes() {
            const rest = members.filter(id => graph.byId.has(id));
            return [
              { title: 'Leave it out', edits: [{ kind: 'set-groups', groups: { [name]: rest } }] } as const,
              apart,
            ];
          },
        });
      } else if (!isWhole(graph.byId, members)) {
        report({
          field,
          message: `The group "${clipped(name)}" is cut in two: its layers feed others that feed it in turn. It is drawn open.`,
          get fixes() {
            const at = members.map(id => places().get(id)!).sort((a, b) => a - b);
            const all = network.layers.slice(at[0], at.at(-1)! + 1).map(({ id }) => id);
            const between = {
              title: 'Take the layers between into the group',
              edits: [{ kind: 'set-groups', groups: { [name]: all } }],
            } as const;
            return isWhole(graph.byId, all) ? [between, apart] : [apart];
          },
        });
      }
    }
  },
};
