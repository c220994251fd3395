import { lossOf } from '../../losses';
import { metrics } from '../../metrics';
import { scheduleOf } from '../../schedules';
import { outputLayer } from '../outputLayer';
import type { Rule, RuleContext } from './rule';

export const watchedFigure: Rule = {
  code: 'watched-figure',
  severity: 'error',
  why: 'A training that ends early, or lowers its learning rate on a plateau, goes by a figure. That has to be measured: on a set that is there, of a kind that the targets have.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "stop": { "best": true }, "iterations": 2000 }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "stop": { "best": true, "patience": 10 }, "iterations": 2000 }
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
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "stop": { "set": "test", "patience": 10 }, "iterations": 2000 }
}
`,
      good: `{
  "data": { "file": "points.csv", "target": "class" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "stop": { "set": "train", "patience": 10 }, "iterations": 2000 }
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
    {
      bad: `{
  "data": { "file": "points.csv", "target": "class" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "stop": { "figure": "accuracy", "target": 95 }, "iterations": 2000 }
}
`,
      good: `{
  "data": { "file": "points.csv", "target": "class" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "stop": { "figure": "accuracy", "target": 0.95 }, "iterations": 2000 }
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

  check(context) {
    const { training } = context.network;
    if (!training) return;
    const { stop, schedule } = training;
    if (stop && stop.patience === undefined && stop.target === undefined) {
      context.report({
        field: 'training.stop',
        severity: 'warning',
        message: '"stop" says neither how long it has patience nor a target, so it ends nothing.',
        fixes: [
          {
            title: 'Add "patience": 10',
            edits: [{ kind: 'set-value', path: ['training', 'stop', 'patience'], value: 10 }],
          },
        ],
      });
    }
    if (stop) {
      reachable(context, stop);
      look(context, 'stop', stop);
    }
    if (schedule && scheduleOf(schedule.type).watches) {
      look(context, 'schedule', schedule as unknown as Parameters<typeof look>[2]);
    }
  },
};

/** A share that is to be reached lies below 1. */
function reachable(
  { report }: RuleContext,
  { figure, target }: { readonly figure: string; readonly target?: number | undefined },
): void {
  const metric = metrics.find(({ type }) => type === figure);
  if (metric?.shown !== 'share' || target === undefined || target <= 1) return;
  const share = target / 100;
  report({
    field: 'training.stop.target',
    message: `${metric.title[0]!.toUpperCase()}${metric.title.slice(1)} is a share from 0 to 1, so that ${target} is never reached.${share <= 1 ? ` ${target} % is ${share}.` : ''}`,
    fixes:
      share > 1
        ? []
        : [
            {
              title: `Change "target" to ${share}`,
              edits: [{ kind: 'set-value', path: ['training', 'stop', 'target'], value: share }],
            },
          ],
  });
}

function look(
  context: RuleContext,
  name: 'stop' | 'schedule',
  {
    figure,
    set,
    patience,
  }: { readonly figure: string; readonly set?: string | undefined; readonly patience?: number | undefined },
): void {
  const { data, network, report } = context;
  const facts = data?.facts;
  if (!facts) return;
  const at = ['training', name];
  const none = facts.examples.test === 0;
  if (none && set === 'test') {
    report({
      field: `${at.join('.')}.set`,
      message: `The ${figure} of the test set is watched, but the data have no test set. Watch the training set, or split the data.`,
      fixes: [
        {
          title: 'Change "set" to "train"',
          edits: [{ kind: 'set-value', path: [...at, 'set'], value: 'train' }],
        },
      ],
    });
  } else if (none && set === undefined && patience !== undefined) {
    report({
      field: at.join('.'),
      severity: 'information',
      message: `The data have no test set, so the ${figure} of the training set is watched, which goes on getting better also when nothing is learnt but these examples.`,
    });
  }
  const output = outputLayer(context);
  const metric = metrics.find(({ type }) => type === figure);
  if (!metric || !output) return;
  const loss = lossOf(network.training!.loss);
  if (metric.suits(loss, facts.targets, output.units)) return;
  report({
    field: `${at.join('.')}.figure`,
    message: `The ${metric.title} is no figure of these targets with ${loss.type}: it would never be measured.`,
    fixes: [
      {
        title: 'Change "figure" to "cost"',
        edits: [{ kind: 'set-value', path: [...at, 'figure'], value: 'cost' }],
      },
    ],
  });
}
