import type { Rule } from './rule';

/** The share of one class from which on an accuracy misleads. */
const unequal = 0.9;

export const unequalClasses: Rule = {
  code: 'unequal-classes',
  severity: 'information',
  why: 'Where nearly all examples are of one class, a network that always says that class has a high accuracy and has learnt nothing. The confusion matrix shows whether the others are found at all.',
  examples: [
    {
      bad: `{
  "data": { "file": "faults.csv", "target": "fault" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "iterations": 2000 }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "iterations": 2000 }
}
`,
      data: {
        facts: {
          inputShape: [2],
          examples: { train: 80, test: 20 },
          targets: { n: 1, classes: ['0', '1'], binary: true, oneHot: false, counts: [512, 16] },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check({ network, data, report }) {
    const { classes, counts } = data?.facts?.targets ?? {};
    if (!network.data || !classes || !counts || counts.filter(count => count > 0).length < 2) return;
    const total = counts.reduce((sum, count) => sum + count, 0);
    const most = Math.max(...counts);
    if (most < unequal * total) return;
    const name = classes[counts.indexOf(most)];
    const percent = Math.floor((1000 * most) / total) / 10;
    report({
      field: 'target' in network.data ? 'data.target' : 'data',
      message: `Of the examples, ${percent} % are "${name}" (${most.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}): always saying "${name}" would be right as often. Judge the network by its confusion matrix.`,
    });
  },
};
