import { type Path, stepsTo } from '../json/members';
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
    for (const { code, message, severity, field, suggestions = [], fixes = [] } of data?.faults ?? []) {
      // the report may be of the text before the last key was pressed
      if (!network.data) continue;
      report({
        code,
        severity,
        field,
        message,
        fixes: [
          ...fixes.map(({ title, path, value }) => ({ title, edits: [setValue(path, value)] })),
          ...suggestions.slice(0, 5).map(value => ({
            title: `Change it to "${value}"`,
            edits: [
              setValue((parsed.json.root && stepsTo(parsed.json.root, field)) ?? field.split('.'), value),
            ],
          })),
        ],
      });
    }
  },
};

const setValue = (path: Path, value: string | readonly string[]) =>
  ({ kind: 'set-value', path, value }) as const;
