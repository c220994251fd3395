import { lossOf } from '../../losses';
import type { TargetFacts } from '../dataReport';
import { outputEdits, outputLayer } from '../outputLayer';
import type { Rule } from './rule';

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

export const labelsForOutput: Rule = {
  code: 'labels-for-output',
  severity: 'error',
  why: 'Each output is compared with a label. Two classes take one sigmoid unit, C classes take C softmax units, numbers take a linear unit for each.',
  examples: [
    {
      bad: `{
  "data": { "train": { "x": "images.npy", "y": "digits.npy" } },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 100 }
}
`,
      good: `{
  "data": { "train": { "x": "images.npy", "y": "digits.npy" } },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 10, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "sgd", "iterations": 100 }
}
`,
      data: {
        facts: {
          inputShape: [64],
          examples: { train: 1000, test: 200 },
          targets: { n: 1, classes: digits, binary: false, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
    {
      bad: `{
  "data": { "file": "iris.csv", "target": "species" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 4, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "adam", "iterations": 100 }
}
`,
      good: `{
  "data": { "file": "iris.csv", "target": "species" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 3, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "adam", "iterations": 100 }
}
`,
      data: {
        facts: {
          inputShape: [4],
          examples: { train: 120, test: 30 },
          targets: { n: 1, classes: ['setosa', 'versicolor', 'virginica'], binary: false, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check(context) {
    const output = outputLayer(context);
    const { network, data, report } = context;
    const targets = data?.facts?.targets;
    if (!output || !targets || !network.training) return;
    const { encoding } = lossOf(network.training.loss);
    if (fits(targets, output.units, encoding)) return;
    const wanted = wantedOutput(targets);
    const unitsOnly = fits(targets, wanted.units, encoding);
    report({
      layer: output.layer,
      field: 'units',
      message: `The labels are ${labels(targets)}, but "${output.layer.id}" has ${output.units === 1 ? 'one unit' : `${output.units} units`} with ${output.activation} and the loss ${network.training.loss}. Use ${wanted.units === 1 ? 'one unit' : `${wanted.units} units`}${unitsOnly ? '' : ` with ${wanted.activation} and ${wanted.loss}`}.`,
      fixes: [
        unitsOnly
          ? {
              title: `Change "units" to ${wanted.units}`,
              edits: [{ kind: 'set-field', id: output.layer.id, field: 'units', value: wanted.units }],
            }
          : {
              title: `Use ${wanted.units} × ${wanted.activation} with ${wanted.loss}`,
              edits: outputEdits(output.layer, wanted),
            },
      ],
    });
  },
};

/** Whether labels can be compared with `units` outputs, as the data sets hand them out. */
function fits(targets: TargetFacts, units: number, encoding: 'binary' | 'one-hot' | 'numbers'): boolean {
  const classes = targets.classes?.length;
  if (encoding === 'binary' && units === 1)
    return targets.binary && targets.n === 1 ? true : targets.oneHot && targets.n === 2;
  if (encoding === 'binary') return targets.n === units && targets.binary;
  if (encoding === 'one-hot')
    return units > 1 && (classes === units || (targets.oneHot && targets.n === units));
  return targets.n === units || (targets.n === 1 && classes === units);
}

function wantedOutput(targets: TargetFacts): { units: number; activation: string; loss: string } {
  const classes = targets.classes?.length ?? (targets.oneHot ? targets.n : undefined);
  if (targets.binary && targets.n === 1)
    return { units: 1, activation: 'sigmoid', loss: 'binary-cross-entropy' };
  if (classes !== undefined && classes > 1)
    return { units: classes, activation: 'softmax', loss: 'categorical-cross-entropy' };
  return { units: targets.n, activation: 'linear', loss: 'mean-squared-error' };
}

function labels({ n, classes, binary, oneHot }: TargetFacts): string {
  if (classes && classes.length > 1) {
    const names = classes.length <= 4 ? classes.join(', ') : `${classes[0]} … ${classes.at(-1)}`;
    return `${classes.length} classes (${names})`;
  }
  if (oneHot) return `${n} classes, one row each`;
  if (binary) return n === 1 ? '0 or 1' : `${n} values of 0 or 1`;
  return n === 1 ? 'numbers' : `${n} numbers an example`;
}
