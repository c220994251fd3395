import type { Rule } from './rule';

export const unscaledPixels: Rule = {
  code: 'unscaled-pixels',
  severity: 'warning',
  why: 'Pixels are whole numbers from 0 to 255. Inputs that large push sigmoid and tanh to where they are flat and make the first steps explode; divided by 255 they lie between 0 and 1.',
  examples: [
    {
      bad: `{
  "data": { "images": "animals" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "flatten", "type": "flatten" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "data": { "images": "animals", "scale": 255 },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "flatten", "type": "flatten" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      data: {
        facts: {
          inputShape: [32, 32, 3],
          inputType: 'uint8',
          examples: { train: 80, test: 20 },
          targets: { n: 1, classes: ['cat', 'dog'], binary: true, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check({ network: { data }, data: known, report }) {
    if (!data || known?.facts?.inputType !== 'uint8') return;
    if (data.scale !== undefined || data.standardise || data.normaliseRows) return;
    report({
      field: 'data',
      message: 'The inputs are pixels from 0 to 255. Divide them by 255, or training will hardly begin.',
      fixes: [
        { title: 'Add "scale": 255', edits: [{ kind: 'set-value', path: ['data', 'scale'], value: 255 }] },
      ],
    });
  },
};
