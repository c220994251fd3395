import type { LayerNode } from '../network';
import type { Rule } from './rule';

const withConvolution = `{
  "data": { "text": "names.txt", "everyStep": true },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "letters", "type": "embedding", "vocabulary": 27, "size": 8 },
    { "id": "mix", "type": "conv1d", "filters": 8, "kernelSize": 3, "padding": "same", "activation": "relu" },
    { "id": "output", "type": "dense", "units": 27, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "adam", "iterations": 1000 }
}
`;

const network = (attention: string) => `{
  "data": { "text": "names.txt", "everyStep": true },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "letters", "type": "embedding", "vocabulary": 27, "size": 8 },
    { "id": "attention", "type": "self-attention"${attention} },
    { "id": "output", "type": "dense", "units": 27, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "adam", "iterations": 1000 }
}
`;

export const laterSteps: Rule = {
  code: 'later-steps',
  severity: 'warning',
  why: 'Where every step learns the next token, a layer that lets a step see those after it shows it the answer: the cost falls to nothing, and what is generated makes no sense.',
  examples: [
    { bad: network(''), good: network(', "causal": true') },
    { bad: withConvolution, good: withConvolution.replace('"kernelSize": 3', '"kernelSize": 1') },
  ],

  check({ network: { data, layers }, report }) {
    if (!data || !('everyStep' in data) || !data.everyStep) return;
    for (const layer of layers) {
      if (mixesSteps(layer)) {
        report({
          layer,
          message: `Every step learns the token that comes next, but "${layer.id}" mixes each step with those after it, and so shows it the answer. Self-attention with "causal": true, or a recurrent layer, looks back only.`,
        });
        continue;
      }
      const found = seesLater(layer);
      if (!found) continue;
      const [field, value] = found;
      report({
        layer,
        field,
        message: `Every step learns the token that comes next, but "${layer.id}" lets a step see those after it, and so the answer. ${value === undefined ? `Leave out "${field}".` : `Set "${field}" to ${JSON.stringify(value)}.`}`,
        fixes: [
          {
            title:
              value === undefined ? `Leave out "${field}"` : `Set "${field}" to ${JSON.stringify(value)}`,
            edits: [{ kind: 'set-field', id: layer.id, field, value }],
          },
        ],
      });
    }
  },
};

/** Whether it has no way to look back only. */
function mixesSteps({ type, fields }: LayerNode): boolean {
  if (type === 'cross-attention' || type === 'group-norm' || type === 'repeat') return true;
  const windows = type === 'conv1d' || type === 'max-pool1d' || type === 'average-pool1d';
  if (!windows || fields?.padding === 'valid') return false;
  const covered = [fields?.kernelSize ?? fields?.poolSize].flat();
  return covered.some(size => Number(size) > 1);
}

/** The field by which a layer sees later steps, and what it would have to be. */
function seesLater({ type, fields }: LayerNode): readonly [string, unknown] | undefined {
  if (type === 'self-attention' && fields?.causal === false) return ['causal', true];
  if (fields?.bidirectional === true) return ['bidirectional', undefined];
  if (fields?.backwards === true) return ['backwards', undefined];
  return undefined;
}
