import { formatShape, sameShape } from '../../shape';
import type { Rule } from './rule';

export const dataShape: Rule = {
  code: 'data-shape',
  severity: 'error',
  why: 'The input layer gives the network one example of the data, so the shape written there has to be that of the data. It may be left out: then it is taken from the data.',
  examples: [
    {
      bad: `{
  "data": { "generator": "flower" },
  "layers": [
    { "id": "input", "type": "input", "shape": [3] },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "data": { "generator": "flower" },
  "layers": [
    { "id": "input", "type": "input", "shape": [2] },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      data: {
        facts: {
          inputShape: [2],
          examples: { train: 400, test: 0 },
          targets: { n: 1, classes: ['0', '1'], binary: true, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check({ graph, data, report }) {
    const given = data?.facts?.inputShape;
    if (!given) return;
    for (const layer of graph.sources) {
      const written = layer.fields?.shape as readonly number[] | undefined;
      if (!written || sameShape(written, given)) continue;
      report({
        layer,
        field: 'shape',
        message: `An example of the data has shape ${formatShape(given)}, but "${layer.id}" says ${formatShape(written)}.`,
        fixes: [
          {
            title: `Change "shape" to [${given.join(', ')}]`,
            edits: [{ kind: 'set-field', id: layer.id, field: 'shape', value: [...given] }],
          },
          {
            title: 'Remove "shape" and take it from the data',
            edits: [{ kind: 'set-field', id: layer.id, field: 'shape', value: undefined }],
          },
        ],
      });
    }
  },
};
