import { batchSizeOf } from '../batchSizeOf';
import type { TrainingSettings } from '../trainingSchema';
import type { Rule } from './rule';

export const scheduleLength: Rule = {
  code: 'schedule-length',
  severity: 'warning',
  why: 'A schedule takes its course over the length of the training. What begins after its end never happens: a warm-up that is longer than the training never reaches the learning rate.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": {
    "loss": "binary-cross-entropy",
    "optimizer": "sgd",
    "schedule": { "type": "cosine", "warmUp": 2000 },
    "iterations": 1000
  }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": {
    "loss": "binary-cross-entropy",
    "optimizer": "sgd",
    "schedule": { "type": "cosine", "warmUp": 100 },
    "iterations": 1000
  }
}
`,
    },
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": {
    "loss": "binary-cross-entropy",
    "optimizer": "sgd",
    "schedule": { "type": "step", "every": 20, "per": "epoch" },
    "epochs": 10
  }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": {
    "loss": "binary-cross-entropy",
    "optimizer": "sgd",
    "schedule": { "type": "step", "every": 4, "per": "epoch" },
    "epochs": 10
  }
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
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "schedule": { "type": "cosine", "warmUp": 50 }, "batchSize": 20, "epochs": 2 }
}
`,
      good: `{
  "data": { "file": "points.csv", "target": "class" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "schedule": { "type": "cosine", "warmUp": 1 }, "batchSize": 20, "epochs": 2 }
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
    const schedule = training?.schedule;
    if (!schedule) return;
    const { per, warmUp, every, type } = schedule;
    const length = lengthOf(training, per, data?.facts?.examples.train);
    const path = ['training', 'schedule'];
    if (length !== undefined && warmUp >= length) {
      const shorter = Math.max(0, Math.floor(length / 10));
      report({
        field: 'training.schedule.warmUp',
        message: `The warm-up of ${warmUp} ${per}s is as long as the whole training of ${length}, so the schedule never begins.`,
        fixes: [
          {
            title: `Change "warmUp" to ${shorter}`,
            edits: [{ kind: 'set-value', path: [...path, 'warmUp'], value: shorter }],
          },
        ],
      });
    } else if (length !== undefined && typeof every === 'number' && every >= length - warmUp) {
      const shorter = Math.max(1, Math.round((length - warmUp) * 0.4));
      report({
        field: 'training.schedule.every',
        message: `The learning rate is lowered every ${every} ${per}s, but the training has ${length - warmUp} of them${warmUp > 0 ? ' after its warm-up' : ''}: it stays as it is.`,
        fixes: [
          {
            title: `Change "every" to ${shorter}`,
            edits: [{ kind: 'set-value', path: [...path, 'every'], value: shorter }],
          },
        ],
      });
    }
    if (type === 'one-cycle' && warmUp > 0) {
      report({
        field: 'training.schedule.warmUp',
        severity: 'information',
        message: 'One cycle has a rise of its own; a warm-up before it makes the rate rise twice.',
        fixes: [
          {
            title: 'Remove "warmUp"',
            edits: [{ kind: 'set-value', path: [...path, 'warmUp'], value: undefined }],
          },
        ],
      });
    }
  },
};

/** How many epochs or iterations a training has; of those that it isn't written in nothing is known before its m examples are. */
function lengthOf(training: TrainingSettings, per: string, m: number | undefined): number | undefined {
  const { iterations, epochs } = training;
  const stepsPerEpoch = m ? Math.ceil(m / batchSizeOf(training, m)) : undefined;
  if (per === 'epoch') {
    if (iterations === undefined) return epochs;
    return stepsPerEpoch && Math.ceil(iterations / stepsPerEpoch);
  }
  if (iterations !== undefined) return iterations;
  return stepsPerEpoch && epochs && epochs * stepsPerEpoch;
}
