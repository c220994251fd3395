import type { Rule } from './rule';

export const batchSize: Rule = {
  code: 'batch-size',
  severity: 'warning',
  why: 'A batch is taken from the training set, so it can’t be larger. All examples in each step is plain gradient descent, written "all".',
  examples: [
    {
      bad: `{
  "data": { "generator": "moons", "examples": 200 },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 100, "batchSize": 512 }
}
`,
      good: `{
  "data": { "generator": "moons", "examples": 200 },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 100, "batchSize": "all" }
}
`,
      data: {
        facts: {
          inputShape: [2],
          examples: { train: 200, test: 0 },
          targets: { n: 1, classes: ['0', '1'], binary: true, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check({ network: { training }, data, report }) {
    const m = data?.facts?.examples.train;
    if (!training || m === undefined || training.batchSize === 'all' || training.batchSize <= m) return;
    report({
      field: 'training.batchSize',
      message: `The batch size is ${training.batchSize}, but the training set has only ${m} examples (m = ${m}).`,
      fixes: [
        {
          title: 'Change "batchSize" to "all"',
          edits: [{ kind: 'set-value', path: ['training', 'batchSize'], value: 'all' }],
        },
      ],
    });
  },
};
