import { lossOf } from '../../losses';
import { nearest } from '../reading/nearest';
import type { Rule } from './rule';

const data = {
  facts: {
    inputShape: [2],
    examples: { train: 80, test: 20 },
    targets: { n: 1, classes: ['ok', 'faulty'], binary: true, oneHot: false },
    choices: [],
  },
  faults: [],
  files: [],
};

export const classWeights: Rule = {
  code: 'class-weights',
  severity: 'error',
  why: 'A weight belongs to a class by its name. One for a class that the data don’t have would change nothing, and numbers that are predicted have no classes.',
  examples: [
    {
      bad: `{
  "data": { "file": "faults.csv", "target": "state" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": {
    "loss": "binary-cross-entropy",
    "optimizer": "adam",
    "classWeights": { "fault": 5 },
    "iterations": 2000
  }
}
`,
      good: `{
  "data": { "file": "faults.csv", "target": "state" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": {
    "loss": "binary-cross-entropy",
    "optimizer": "adam",
    "classWeights": { "faulty": 5 },
    "iterations": 2000
  }
}
`,
      data,
    },
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "linear" }
  ],
  "training": { "loss": "huber", "optimizer": "adam", "labelSmoothing": 0.1, "iterations": 2000 }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "linear" }
  ],
  "training": { "loss": "huber", "optimizer": "adam", "iterations": 2000 }
}
`,
    },
    {
      bad: `{
  "data": { "file": "points.csv", "target": "class" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "classWeights": { "0": 0, "1": 0 }, "iterations": 2000 }
}
`,
      good: `{
  "data": { "file": "points.csv", "target": "class" },
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
          examples: { train: 100, test: 0 },
          targets: { n: 1, classes: ['0', '1'], binary: true, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check({ network: { training }, data, report }) {
    if (!training) return;
    const { classWeights: weights, labelSmoothing, loss } = training;
    if (lossOf(loss).encoding === 'numbers') {
      for (const name of ['classWeights', 'labelSmoothing'] as const) {
        if (training[name] === undefined) continue;
        report({
          field: `training.${name}`,
          message: `"${name}" is of classes, but the loss ${loss} is of numbers. Remove it, or use a cross-entropy.`,
          fixes: [
            {
              title: `Remove "${name}"`,
              edits: [{ kind: 'set-value', path: ['training', name], value: undefined }],
            },
          ],
        });
      }
      return;
    }
    const classes = data?.facts?.targets.classes;
    if (labelSmoothing === undefined && weights === undefined) return;
    if (!classes || typeof weights !== 'object') return;
    if (classes.every(name => weights[name] === 0)) {
      report({
        field: 'training.classWeights',
        message:
          'The weights of all classes are 0, so no example counts and nothing is learnt. Give at least one of them a weight.',
        fixes: [
          {
            title: 'Remove "classWeights"',
            edits: [{ kind: 'set-value', path: ['training', 'classWeights'], value: undefined }],
          },
        ],
      });
      return;
    }
    for (const name of Object.keys(weights).filter(name => !classes.includes(name))) {
      const meant = nearest(name, classes);
      const shown = classes.slice(0, 8).map(each => `"${each}"`);
      const { [name]: weight, ...others } = weights;
      report({
        field: `training.classWeights.${name}`,
        message: `The data have no class "${name}". Their classes are ${shown.join(', ')}${classes.length > 8 ? ' …' : ''}.`,
        fixes:
          meant === undefined || meant in others
            ? []
            : [
                {
                  title: `Change "${name}" to "${meant}"`,
                  edits: [
                    {
                      kind: 'set-value',
                      path: ['training', 'classWeights'],
                      value: { ...others, [meant]: weight },
                    },
                  ],
                },
              ],
      });
    }
  },
};
