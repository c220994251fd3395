import { layerOf } from '../../layers';
import type { Graph } from '../graph';
import type { LayerNode } from '../network';
import { nearest } from '../reading/nearest';
import type { Finding, Rule } from './rule';

/** A hint costs a comparison with the id of every layer: of ten thousand layers only two get one. */
const maxHints = 20;
const maxComparisons = 20_000;

export const missingInput: Rule = {
  code: 'missing-input',
  severity: 'error',
  why: 'A layer computes something from what feeds it, so each but the input needs a layer before it. Without one, neither its parameters nor what follows have a size.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "inputs": ["hiden"], "units": 1, "activation": "sigmoid" }
  ]
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ]
}
`,
    },
  ],

  check({ network, graph, report }) {
    const hint = hints(graph);
    for (const { layer, id } of graph.missing) {
      const meant = hint(layer, id);
      report({
        layer,
        field: 'inputs',
        get message() {
          const other = meant();
          return `"${layer.id}" is fed by "${id}", but no layer has that id.${other ? ` Did you mean "${other}"?` : ''}`;
        },
        get fixes() {
          return fixesOf(layer, id, meant());
        },
      });
    }
    for (const [i, layer] of network.layers.entries()) {
      const definition = layerOf(layer.type);
      if (!definition || definition.kind === 'input') continue;
      const left = definition.inputs === 'many' ? [] : definition.inputs.slice(layer.inputs.length);
      const last = layer.inputs.at(-1);
      if (last !== undefined) {
        if (left.length > 0) {
          report({
            layer,
            ...(layer.explicitInputs && { field: 'inputs' }),
            message: `The ${layer.type} layer "${layer.id}" takes ${definition.inputs.length} inputs, ${(definition.inputs as readonly string[]).join(', ')}, but nothing feeds ${left.join(' and ')}.`,
            fixes: [
              {
                title: `Feed ${left.join(' and ')} by "${last}" too`,
                edits: left.map((_, i) => ({
                  kind: 'connect' as const,
                  from: last,
                  to: layer.id,
                  place: layer.inputs.length + i,
                })),
              },
            ],
          });
        }
        continue;
      }
      const before = network.layers[i - 1];
      const first = graph.sources.length === 0 && i === 0;
      report({
        layer,
        ...(layer.explicitInputs && { field: 'inputs' }),
        message: first
          ? `Nothing feeds "${layer.id}": a network begins with an input layer.`
          : `Nothing feeds "${layer.id}". Connect a layer to it.`,
        fixes: first
          ? [{ title: 'Add an input layer before it', edits: [{ kind: 'add-layer', type: 'input' }] }]
          : before
            ? [
                {
                  title: `Connect "${before.id}" to it`,
                  edits: [{ kind: 'connect', from: before.id, to: layer.id }],
                },
              ]
            : [],
      });
    }
  },
};

/** The layer that a misspelt id means. Each look goes through all ids, so only those asked first are looked for. */
function hints({ byId }: Graph): (layer: LayerNode, id: string) => () => string | undefined {
  let hintsLeft = maxHints;
  let comparisonsLeft = maxComparisons;
  return (layer, id) => {
    let found: { readonly meant: string | undefined } | undefined;
    return () => {
      if (!found) {
        const looks = hintsLeft-- > 0 && comparisonsLeft > 0;
        const others = looks ? [...byId.keys()].filter(other => other !== layer.id) : [];
        comparisonsLeft -= others.length;
        found = { meant: nearest(id, others) };
      }
      return found.meant;
    };
  };
}

function fixesOf(layer: LayerNode, id: string, meant: string | undefined): NonNullable<Finding['fixes']> {
  const set = (title: string, value: readonly string[] | undefined) => ({
    title,
    edits: [{ kind: 'set-field' as const, id: layer.id, field: 'inputs', value }],
  });
  const rest = layer.inputs.filter(input => input !== id);
  const instead = layer.inputs.map(input => (input === id ? meant! : input));
  return [
    ...(meant ? [set(`Change "${id}" to "${meant}"`, instead)] : []),
    rest.length > 0
      ? set(`Remove "${id}" from the inputs`, rest)
      : set('Remove "inputs", so that it follows the layer before it', undefined),
  ];
}
