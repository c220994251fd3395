import { lossOf } from '../../losses';
import type { Figures } from '../dataReport';
import { numberFigures } from '../numberFigures';
import { numberText } from '../numberText';
import { isStandardisedTarget } from '../schema';
import type { Rule } from './rule';

/** Outputs begin about as large as 1: targets so much larger, or that differ by so much less, are of another scale. */
const large = 100;
const small = 0.001;

export const targetScale: Rule = {
  code: 'target-scale',
  severity: 'warning',
  why: 'A network’s outputs begin around 0, about as large as 1, and each step moves them a little. Targets of 17,000 are out of reach of small steps and make large ones blow up; targets that differ by a thousandth drown in the start. A standardised target has mean 0 and standard deviation 1 while the network learns, and predictions are in its own units again.',
  examples: [
    {
      bad: `{
  "data": { "file": "houses.csv", "target": "price" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "linear" }
  ],
  "training": { "loss": "mean-squared-error", "optimizer": "adam", "iterations": 2000 }
}
`,
      good: `{
  "data": { "file": "houses.csv", "target": "price", "standardiseTarget": true },
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
            figures: [{ min: 8400, max: 25100, mean: 17010, deviation: 4300, exact: true }],
          },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check({ network: { data, training }, data: known, report }) {
    const figures = known?.facts && numberFigures(known.facts.targets);
    if (!figures || !data || !training || isStandardisedTarget(data)) return;
    if (lossOf(training.loss).encoding !== 'numbers') return;
    const far = figures.find(isFar);
    const near = figures.find(({ deviation }) => deviation > 0 && deviation < small);
    if (!far && !near) return;
    report({
      field: 'data',
      message: far ? tooLarge(far) : tooSmall(near!),
      fixes: [
        {
          title: 'Standardise the target',
          edits: [{ kind: 'set-value', path: ['data', 'standardiseTarget'], value: true }],
        },
      ],
    });
  },
};

/** Whether numbers are of a scale at which outputs don't begin. */
export function isFar({ mean, deviation }: Pick<Figures, 'mean' | 'deviation'>): boolean {
  return Math.hypot(mean, deviation) >= large;
}

function tooLarge({ min, max, exact }: Figures): string {
  return `The targets run from ${exact ? '' : 'about '}${numberText(min)} to ${numberText(max)}, while the outputs begin around 0: they take very long to get there, or overshoot. Standardise the target.`;
}

function tooSmall({ deviation }: Figures): string {
  return `The targets differ by about ${numberText(deviation)} only, while the outputs begin about as large as 1: what there is to learn is lost in that. Standardise the target.`;
}
