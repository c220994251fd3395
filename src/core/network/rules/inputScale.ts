import { numberText } from '../numberText';
import type { Rule } from './rule';

/** The size of an input from which on it outweighs what is about as large as 1. */
const large = 100;

export const inputScale: Rule = {
  code: 'input-scale',
  severity: 'warning',
  why: 'An input of thousands moves its weights thousands of times as far as one of about 1: no learning rate fits both, and the cost jumps or grows without end. Standardised inputs all have mean 0 and standard deviation 1.',
  examples: [
    {
      bad: `{
  "data": { "file": "loans.csv", "target": "paid" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 2000 }
}
`,
      good: `{
  "data": { "file": "loans.csv", "target": "paid", "standardise": true },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 2000 }
}
`,
      data: {
        facts: {
          inputShape: [2],
          examples: { train: 80, test: 20 },
          targets: { n: 1, classes: ['0', '1'], binary: true, oneHot: false },
          choices: [],
          inputFigures: {
            age: { min: 19, max: 80, mean: 41, deviation: 13, exact: true },
            income: { min: 9000, max: 240000, mean: 54000, deviation: 31000, exact: true },
          },
        },
        faults: [],
        files: [],
      },
    },
  ],

  check({ network: { data }, data: known, report }) {
    const figures = Object.entries(known?.facts?.inputFigures ?? {});
    if (!data || data.standardise || data.normaliseRows || figures.length === 0) return;
    const sizes = figures
      .map(([name, { mean, deviation }]) => ({
        name,
        size: Math.hypot(mean, deviation) / (data.scale ?? 1),
      }))
      .sort((a, b) => b.size - a.size);
    const [most] = sizes;
    if (!most || most.size < large) return;
    const least = sizes.findLast(({ size }) => size > 0)!;
    const beside = least === most ? '' : `, and "${least.name}" of about ${numberText(least.size)}`;
    report({
      field: 'data',
      message: `The input "${most.name}" has values of about ${numberText(most.size)}${beside}: steps that suit small inputs are far too large for it. Standardise the inputs.`,
      fixes: [
        {
          title: 'Standardise the inputs',
          edits: [{ kind: 'set-value', path: ['data', 'standardise'], value: true }],
        },
      ],
    });
  },
};
