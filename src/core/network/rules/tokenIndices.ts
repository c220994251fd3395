import { isSource, layerOf } from '../../layers';
import type { DataReport } from '../dataReport';
import type { LayerNode } from '../network';
import type { Rule, RuleContext } from './rule';

const network = (data: string, before: string, vocabulary: number) => `{
  "data": ${data},
  "layers": [
    { "id": "input", "type": "input" },${before}
    { "id": "letters", "type": "embedding", "vocabulary": ${vocabulary}, "size": 8 },
    { "id": "flatten", "type": "flatten" },
    { "id": "output", "type": "dense", "units": 27, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "adam", "iterations": 1000 }
}
`;

const known = (tokens?: { of: 'characters'; vocabulary: number }): DataReport => ({
  facts: {
    inputShape: [10],
    examples: { train: 900, test: 100 },
    targets: {
      n: 1,
      classes: Array.from({ length: 27 }, (_, i) => String(i)),
      binary: false,
      oneHot: false,
    },
    ...(tokens && { tokens }),
    choices: [],
  },
  faults: [],
  files: [],
});

const arrays = '{ "train": { "x": "tokens.npy", "y": "next.npy" } }';

export const tokenIndices: Rule = {
  code: 'token-indices',
  severity: 'error',
  why: 'An embedding takes whole numbers that name tokens: the row of E with that number. Standardised, scaled or computed by another layer they name nothing, and a number beyond the vocabulary has no row.',
  examples: [
    {
      bad: network('{ "train": { "x": "tokens.npy", "y": "next.npy" }, "standardise": true }', '', 27),
      good: network(arrays, '', 27),
      data: known(),
    },
    {
      bad: network(arrays, '\n    { "id": "hidden", "type": "dense", "units": 10 },', 27),
      good: network(arrays, '', 27),
      data: known(),
    },
    {
      bad: network('{ "text": "names.txt", "window": 10 }', '', 20),
      good: network('{ "text": "names.txt", "window": 10 }', '', 27),
      data: known({ of: 'characters', vocabulary: 27 }),
    },
  ],

  check(context) {
    for (const layer of context.network.layers) {
      const vocabulary = layer.fields && layerOf(layer.type)?.vocabulary?.(layer.fields);
      if (vocabulary === undefined) continue;
      if (!findComputed(context, layer)) findChanged(context, layer);
      findTooSmall(context, layer, vocabulary);
    }
  },
};

/** Whether a layer before computes numbers of the indices. */
function findComputed({ graph, report }: RuleContext, layer: LayerNode): boolean {
  const seen = new Set([layer.id]);
  let at = graph.byId.get(layer.inputs[0] ?? '');
  while (at && !seen.has(at.id) && !isSource(at.type)) {
    seen.add(at.id);
    const definition = layerOf(at.type);
    if (definition && !definition.reshapes) {
      report({
        layer,
        field: 'inputs',
        message: `"${layer.id}" takes the indices of tokens as they are in the data, but "${at.id}" computes other numbers of them. Let the input feed it.`,
      });
      return true;
    }
    at = graph.byId.get(at.inputs[0] ?? '');
  }
  return false;
}

/** Whether the data change the indices on the way in. */
function findChanged({ network: { data, training }, report }: RuleContext, layer: LayerNode): void {
  for (const field of ['standardise', 'normaliseRows', 'scale'] as const) {
    const value = data?.[field];
    if (value === undefined || value === false || value === 1) continue;
    report({
      field: `data.${field}`,
      message: `"${layer.id}" takes the indices of tokens as they are in the data, but "${field}" makes other numbers of them. Remove it.`,
      fixes: [
        {
          title: `Remove "${field}"`,
          edits: [{ kind: 'set-value', path: ['data', field], value: undefined }],
        },
      ],
    });
  }
  if (!training?.augment?.length) return;
  report({
    field: 'training.augment',
    message: `"${layer.id}" takes the indices of tokens as they are in the data, but "augment" makes other numbers of them. Remove it.`,
    fixes: [
      {
        title: 'Remove "augment"',
        edits: [{ kind: 'set-value', path: ['training', 'augment'], value: undefined }],
      },
    ],
  });
}

/** Whether a text has more tokens than the layer tells apart. */
function findTooSmall({ data, report }: RuleContext, layer: LayerNode, vocabulary: number): void {
  const tokens = data?.facts?.tokens;
  if (!tokens || tokens.vocabulary <= vocabulary) return;
  report({
    layer,
    field: 'vocabulary',
    message: `${tokens.column === undefined ? 'The text has' : `With padding and <other>, ${tokens.column} has`} ${tokens.vocabulary} different ${tokens.of}, but the vocabulary of "${layer.id}" is ${vocabulary}. Make it ${tokens.vocabulary}.`,
    fixes: [
      {
        title: `Change "vocabulary" to ${tokens.vocabulary}`,
        edits: [{ kind: 'set-field', id: layer.id, field: 'vocabulary', value: tokens.vocabulary }],
      },
    ],
  });
}
