import { activationOf } from '../../activations';
import { losses, lossOf } from '../../losses';
import { outputLayer } from '../outputLayer';
import type { Rule } from './rule';

export const lossForOutput: Rule = {
  code: 'loss-for-output',
  severity: 'warning',
  why: 'A cross-entropy takes the logarithm of ŷ, so it needs probabilities: one sigmoid for two classes, a softmax for several. With another output its values are outside (0, 1), or its gradient isn’t that of the notes.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "relu" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 100 }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 100 }
}
`,
    },
  ],

  check(context) {
    const output = outputLayer(context);
    const { training } = context.network;
    if (!output || !training || (output.activation === 'softmax' && output.units === 1)) return;
    const loss = lossOf(training.loss);
    if (loss.suits.includes(output.activation)) return;
    const [low, high] = activationOf(output.activation).range;
    const outside = low < 0 || high > 1;
    const wanted = loss.suits[0]!;
    const other = losses.find(({ suits }) => suits[0] === output.activation);
    context.report({
      layer: output.layer,
      field: 'activation',
      severity: outside ? 'error' : 'warning',
      message: `${loss.title} needs the output of ${wanted}, but "${output.layer.id}" gives ${output.activation}${outside ? `, whose values run from ${number(low)} to ${number(high)}` : ''}. Change the activation to ${wanted}${other ? `, or the loss to ${other.type}` : ''}.`,
      related: [],
      fixes: [
        {
          title: `Change "activation" to "${wanted}"`,
          edits: [{ kind: 'set-field', id: output.layer.id, field: 'activation', value: wanted }],
        },
        ...(other
          ? [
              {
                title: `Change "loss" to "${other.type}"`,
                edits: [{ kind: 'set-value' as const, path: ['training', 'loss'], value: other.type }],
              },
            ]
          : []),
      ],
    });
  },
};

function number(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  return value === Number.NEGATIVE_INFINITY ? '−∞' : String(value);
}
