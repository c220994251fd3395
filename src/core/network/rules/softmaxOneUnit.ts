import { isSound, type OutputKind, oneSigmoid, outputForTargets, softmaxOf } from '../outputForTargets';
import { outputEdits, outputLayer } from '../outputLayer';
import type { Rule } from './rule';

export const softmaxOneUnit: Rule = {
  code: 'softmax-one-unit',
  severity: 'error',
  why: 'Softmax divides each value by the sum of all, so with one unit ŷ is 1 for every example. Two classes take one sigmoid unit, or two softmax units.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "sgd", "iterations": 100 }
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
    if (output?.activation !== 'softmax' || output.units !== 1) return;
    const targets = context.data?.facts?.targets;
    const proposals = [
      { title: 'Use one sigmoid unit', to: oneSigmoid },
      { title: 'Use two softmax units', to: softmaxOf(2) },
    ].filter(({ to }) => isSound(to, targets));
    if (targets && proposals.length === 0) {
      const to = outputForTargets(targets);
      proposals.push({ title: `Use ${to.units} × ${to.activation} with ${to.loss}`, to });
    }
    const edits = (to: OutputKind) =>
      outputEdits(output, to).filter(({ kind }) => context.network.training || kind !== 'set-value');
    context.report({
      layer: output.layer,
      field: 'activation',
      message:
        'Softmax over one unit is always 1, whatever the input. Use sigmoid for two classes, or one unit a class.',
      fixes: (output.sized ? proposals : []).map(({ title, to }) => ({ title, edits: edits(to) })),
    });
  },
};
