import { kinds, layerOf } from '../../layers';
import { learningOf } from '../../layers/definition/learningFields';
import type { Rule } from './rule';

const network = (frozen: boolean) => `{
  "layers": [
    { "id": "input", "type": "input", "shape": [3] },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu", "frozen": true },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid"${frozen ? ', "frozen": true' : ''} }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "iterations": 100 }
}
`;

export const allFrozen: Rule = {
  code: 'all-frozen',
  severity: 'error',
  why: 'Training leaves a frozen layer as it is. Where all are frozen it would change nothing.',
  examples: [{ bad: network(true), good: network(false) }],

  check({ network: { layers, training }, report }) {
    if (!training) return;
    const learning = layers.filter(({ type }) => {
      const definition = layerOf(type);
      return definition !== undefined && kinds[definition.kind].learns;
    });
    const last = learning.at(-1);
    if (!last || !learning.every(({ fields }) => learningOf(fields).frozen)) return;
    report({
      layer: last,
      field: 'frozen',
      message:
        learning.length === 1
          ? `"${last.id}", the only layer that could learn, is frozen, so that training would change nothing. Let it learn.`
          : `All layers with parameters are frozen, so that training would change nothing. Let "${last.id}", the last of them, learn.`,
      fixes: [
        {
          title: `Let "${last.id}" learn`,
          edits: [{ kind: 'set-field', id: last.id, field: 'frozen', value: undefined }],
        },
      ],
    });
  },
};
