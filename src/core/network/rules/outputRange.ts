import { activationOf } from '../../activations';
import { comparedTargets } from '../comparedTargets';
import { numberText } from '../numberText';
import { outputLayer } from '../outputLayer';
import { isStandardisedTarget } from '../schema';
import type { Rule } from './rule';

/** The share of the targets' span that may stand out, as a rounding. */
const slack = 0.01;

export const outputRange: Rule = {
  code: 'output-range',
  severity: 'warning',
  why: 'An output can’t leave the range of its activation: sigmoid gives 0 to 1, tanh −1 to 1, relu nothing below 0. Targets outside it are never reached, however long the training is. A linear output reaches every number.',
  examples: [
    {
      bad: `{
  "data": { "file": "scores.csv", "target": "score" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "mean-squared-error", "optimizer": "adam", "iterations": 2000 }
}
`,
      good: `{
  "data": { "file": "scores.csv", "target": "score" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "linear" }
  ],
  "training": { "loss": "mean-squared-error", "optimizer": "adam", "iterations": 2000 }
}
`,
      data: {
        facts: {
          inputShape: [2],
          examples: { train: 80, test: 20 },
          targets: {
            n: 1,
            binary: false,
            oneHot: false,
            figures: [{ min: 3, max: 101, mean: 55, deviation: 20, exact: true }],
          },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
    {
      bad: `{
  "data": { "file": "scores.csv", "target": "score" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "relu" }
  ],
  "training": { "loss": "mean-squared-error", "optimizer": "adam", "iterations": 2000 }
}
`,
      good: `{
  "data": { "file": "scores.csv", "target": "score" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "linear" }
  ],
  "training": { "loss": "mean-squared-error", "optimizer": "adam", "iterations": 2000 }
}
`,
      data: {
        facts: {
          inputShape: [2],
          examples: { train: 80, test: 20 },
          targets: {
            n: 1,
            binary: false,
            oneHot: false,
            figures: [{ min: -40, max: 25, mean: 4, deviation: 11, exact: true }],
          },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check(context) {
    const output = outputLayer(context);
    const targets = comparedTargets(context);
    if (!output || !targets) return;
    const { layer, activation } = output;
    const [low, high] = activationOf(activation).range;
    const room = slack * (targets.max - targets.min);
    if (targets.min >= low - room && targets.max <= high + room) return;
    const gives =
      high === Number.POSITIVE_INFINITY
        ? `nothing below ${numberText(low)}`
        : `only ${numberText(low)} to ${numberText(high)}`;
    const standardised = isStandardisedTarget(context.network.data)
      ? `, which is ${numberText(targets.min)} to ${numberText(targets.max)} when standardised`
      : '';
    context.report({
      layer,
      field: 'activation',
      message: `The targets run ${targets.words}${standardised}, but ${activation} gives ${gives}: "${layer.id}" can never reach them all. Use linear.`,
      fixes: [
        {
          title: 'Change "activation" to "linear"',
          edits: [{ kind: 'set-field', id: layer.id, field: 'activation', value: 'linear' }],
        },
      ],
    });
  },
};
