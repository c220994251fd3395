import type { Rule } from './rule';

export const trainingLength: Rule = {
  code: 'training-length',
  severity: 'warning',
  why: 'The length of training is a number of iterations, which are steps, or of epochs, which are passes over the training set. One of them is needed and only one is used.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 2500, "epochs": 10 }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 2500 }
}
`,
    },
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd" }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 1000 }
}
`,
    },
  ],

  check({ network: { training }, report }) {
    if (!training) return;
    const { iterations, epochs } = training;
    if (iterations !== undefined && epochs !== undefined) {
      report({
        field: 'training.epochs',
        message: `Both iterations (${iterations}) and epochs (${epochs}) are written; only the iterations count. Remove one of them.`,
        fixes: ['epochs', 'iterations'].map(name => ({
          title: `Remove "${name}"`,
          edits: [{ kind: 'set-value', path: ['training', name], value: undefined }],
        })),
      });
    } else if (iterations === undefined && epochs === undefined) {
      report({
        field: 'training',
        severity: 'information',
        message: 'How long to train isn’t written, so it will be 1,000 iterations.',
        fixes: [
          {
            title: 'Add "iterations": 1000',
            edits: [{ kind: 'set-value', path: ['training', 'iterations'], value: 1000 }],
          },
        ],
      });
    }
  },
};
