import type { LayerNode } from '../network';
import type { Rule } from './rule';

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
  examples: [{ bad: network(''), good: network(', "causal": true') }],

  check({ network: { data, layers }, report }) {
    if (!data || !('everyStep' in data) || !data.everyStep) return;
    for (const layer of layers) {
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

/** The field by which a layer sees later steps, and what it would have to be. */
function seesLater({ type, fields }: LayerNode): readonly [string, unknown] | undefined {
  if (type === 'self-attention' && fields?.causal === false) return ['causal', true];
  if (fields?.bidirectional === true) return ['bidirectional', undefined];
  if (fields?.backwards === true) return ['backwards', undefined];
  return undefined;
}
