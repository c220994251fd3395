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
  ],

  check({ network: { training }, report }) {
    const schedule = training?.schedule;
    if (!schedule) return;
    const { per, warmUp, every, type } = schedule;
    // of the other kind nothing is known before the data are
    const written = per === 'epoch' ? training.epochs : training.iterations;
    const length = per === 'epoch' && training.iterations !== undefined ? undefined : written;
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
