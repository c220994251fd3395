import { type Optimizer, optimizerOf } from '../../optimizers';
import type { Rule } from './rule';

/** How many times its usual value a learning rate may be before it is taken for a slip. */
const factor = 1000;

export const learningRate: Rule = {
  code: 'learning-rate',
  severity: 'warning',
  why: 'A step far larger than usual jumps over every minimum: the cost grows until it is infinite. The courses use values between 0.0001 and about 1.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": {
    "loss": "binary-cross-entropy",
    "optimizer": { "type": "sgd", "learningRate": 75 },
    "iterations": 100
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
    "optimizer": { "type": "sgd", "learningRate": 0.01 },
    "iterations": 100
  }
}
`,
    },
  ],

  check({ network: { training }, report }) {
    if (!training) return;
    const { optimizer, fields } = optimizerOf(training.optimizer);
    const usual = usualValue(optimizer.fields.learningRate);
    const written = fields.learningRate;
    if (written === undefined || !(written > factor * usual)) return;
    report({
      field: 'training.optimizer.learningRate',
      message: `A learning rate of ${written} is ${Math.round(written / usual).toLocaleString('en-US')} times the usual ${usual} of ${optimizer.type}: the cost will most likely grow without end.`,
      fixes: [
        {
          title: `Change "learningRate" to ${usual}`,
          edits: [{ kind: 'set-value', path: ['training', 'optimizer', 'learningRate'], value: usual }],
        },
      ],
    });
  },
};

/** The default of a field; infinite where it has none, so that nothing is unusual. */
function usualValue(field: Optimizer['fields'][string] | undefined): number {
  const def = field?._zod.def;
  return def && 'defaultValue' in def ? Number(def.defaultValue) : Number.POSITIVE_INFINITY;
}
