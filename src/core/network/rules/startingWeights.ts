import { learningOf } from '../../layers/definition/learningFields';
import { matchWeights } from '../weights/matchWeights';
import type { Rule, RuleExample } from './rule';

const network = (layer: string) => `{
  "layers": [
    { "id": "input", "type": "input", "shape": [3] },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu", "weights": "digits.safetensors#${layer}" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`;

const data: RuleExample['data'] = {
  faults: [],
  files: [],
  weights: [
    {
      file: 'digits.safetensors',
      arrays: [
        { name: 'first.W', shape: [4, 3], finite: true },
        { name: 'first.b', shape: [4, 1], finite: true },
        { name: 'second.W', shape: [2, 4], finite: true },
        { name: 'second.b', shape: [2, 1], finite: true },
      ],
    },
  ],
};

export const startingWeights: Rule = {
  code: 'unfit-weights',
  severity: 'error',
  why: 'Weights of a network that was trained before are taken by name and shape. What a layer asks for by itself has to be there, whole and of its shape; of the network’s weights each layer takes what fits, but a layer that is frozen would stay as it was drawn where nothing does.',
  examples: [{ bad: network('second'), good: network('first'), data }],

  check({ network, shapes, data, report }) {
    for (const { layer, field, ofNetwork, message, suggestions = [] } of matchWeights(
      network,
      shapes,
      data?.weights ?? [],
    ).faults) {
      report({
        ...(layer && { layer }),
        field,
        ...(ofNetwork && { span: network.span('weights') }),
        message,
        fixes: suggestions.slice(0, 5).map(value => ({
          title: `Change it to "${value}"`,
          edits: [{ kind: 'set-field', id: layer!.id, field: 'weights', value }],
        })),
      });
    }
    if (network.weights !== undefined) return;
    for (const layer of network.layers) {
      if (!learningOf(layer.fields).frozen || layer.fields?.weights !== undefined) continue;
      report({
        layer,
        field: 'frozen',
        severity: 'warning',
        message: `"${layer.id}" is frozen, but starts with no weights of a network that was trained: it stays as it is drawn. Give the network "weights".`,
      });
    }
  },
};
