import { stepsTo } from '../json/members';
import type { Rule } from './rule';

export const dataFaults: Rule = {
  code: 'missing-data-file',
  severity: 'error',
  why: 'The data is read from the files that the network names, so they have to be there, be whole, and hold the columns and arrays that are named.',
  examples: [
    {
      bad: `{
  "data": { "file": "irs.csv", "target": "species" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 3, "activation": "softmax" }
  ]
}
`,
      good: `{
  "data": { "file": "iris.csv", "target": "species" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 3, "activation": "softmax" }
  ]
}
`,
      data: {
        faults: [
          {
            code: 'missing-data-file',
            message: 'There is no file irs.csv beside the network.',
            severity: 'error',
            field: 'data.file',
            suggestions: ['iris.csv'],
          },
        ],
        files: [],
      },
    },
  ],

  check({ network, parsed, data, report }) {
    const pathOf = (field: string) =>
      (parsed.json.root && stepsTo(parsed.json.root, field)) ?? field.split('.');
    for (const { code, message, severity, field, suggestions = [], fix } of data?.faults ?? []) {
      // the report may be of the text before the last key was pressed
      if (!network.data) continue;
      report({
        code,
        severity,
        field,
        message,
        fixes: [
          ...(fix ? [fix] : []),
          ...suggestions.slice(0, 5).map(value => ({ title: `Change it to "${value}"`, field, value })),
        ].map(({ title, field: place, value }) => ({
          title,
          edits: [{ kind: 'set-value', path: pathOf(place), value }],
        })),
      });
    }
  },
};
