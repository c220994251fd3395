import { kinds, layerOf } from '../layers';
import type { DataFacts } from '../network/dataReport';
import { graphOf } from '../network/graph';
import { inferShapes } from '../network/infer';
import type { LayerNode, Network } from '../network/network';
import { parseNetwork } from '../network/reading/parse';
import { networkText } from './networkText';
import type { ProposedLayer } from './proposedLayer';
import { proposeOutput } from './proposeOutput';
import { proposeSteps } from './proposeSteps';
import { proposeTarget } from './proposeTarget';
import { sameInputs } from './sameInputs';

/** A layer after which a network may be cut off, so that another goes on from there. */
export interface Cut {
  readonly id: string;
  readonly title: string;
  /** The parameters that are kept then. */
  readonly parameters: number;
}

/** Where a network can be cut, the last place first: after any layer with parameters before it or in it, but the output. */
export function cutsOf(text: string, facts: DataFacts | undefined): Cut[] {
  const { network } = parseNetwork(text);
  if (!network) return [];
  const graph = graphOf(network);
  const { shapes } = inferShapes(network, graph, facts);
  return network.layers
    .filter(layer => layer !== graph.output)
    .flatMap((layer): Cut[] => {
      const kept = keptWith(network, layer.id);
      const parameters = kept.reduce((sum, { id }) => sum + (shapes.layers.get(id)?.parameterCount ?? 0), 0);
      return parameters > 0
        ? [{ id: layer.id, title: layerOf(layer.type)?.title ?? layer.type, parameters }]
        : [];
    })
    .reverse();
}

/**
 * The text of a network for other data that keeps what one has learnt up to the layer `last`, frozen, and has a head of its
 * own. Its inputs are prepared as they were there. The head has an id that the other network hasn't, so that it starts anew.
 *
 * @param weights where what it has learnt is, as the file names it
 */
export function continueNetwork({
  name,
  text,
  trained,
  last,
  weights,
  data,
  facts,
}: {
  readonly name: string;
  /** The network that was trained, and what was known of its data. */
  readonly text: string;
  readonly trained: DataFacts | undefined;
  readonly last: string;
  readonly weights: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly facts: DataFacts | undefined;
}): string {
  const network = parseNetwork(text).network!;
  const { shapes } = inferShapes(network, graphOf(network), facts ?? trained);
  const kept = keptWith(network, last);
  const layers: ProposedLayer[] = kept.map((layer, i) =>
    written(layer, kept[i - 1]?.id, facts !== undefined),
  );
  const taken = new Set(network.layers.map(({ id }) => id));
  const fresh = (id: string) => {
    let unused = id;
    for (let n = 2; taken.has(unused); n++) unused = `${id}${n}`;
    return unused;
  };
  const after = kept.at(-1)?.id === last ? {} : { inputs: [last] };
  const flat = shapes.layers.get(last)?.output?.length === 1;
  const { loss, ...head } = proposeOutput(facts);
  layers.push(...(flat ? [] : [{ id: fresh('flat'), type: 'flatten', ...after }]), {
    id: fresh('head'),
    type: 'dense',
    ...(flat && after),
    ...head,
    initializer: 'xavier',
  });
  const { precision } = network.training ?? {};
  const same = sameInputs(data, network.data);
  return networkText({
    name,
    comments: same.comments,
    data: { ...same.data, ...proposeTarget(facts) },
    weights,
    layers,
    training: {
      loss,
      ...proposeSteps(facts, layers),
      seed: 1,
      ...(precision === 'float64' && { precision }),
    },
  });
}

/** A layer and those that it is computed from, in the order of the list. */
function keptWith(network: Network, last: string): LayerNode[] {
  const before = new Set([last]);
  for (const id of before)
    for (const input of network.layers.find(layer => layer.id === id)?.inputs ?? []) before.add(input);
  return network.layers.filter(({ id }) => before.has(id));
}

/** A kept layer: frozen where it has learnt, with the inputs that it had. */
function written(layer: LayerNode, previous: string | undefined, sized: boolean): ProposedLayer {
  const { id, type, inputs, raw } = layer;
  const { id: _id, type: _type, inputs: _inputs, weights: _weights, frozen: _frozen, ...fields } = raw;
  const definition = layerOf(type);
  const { learns } = kinds[definition?.kind ?? 'shapes'];
  // the data say how large an example is
  if (definition?.kind === 'input' && sized) delete (fields as Record<string, unknown>).shape;
  const follows = inputs.length === 0 || (inputs.length === 1 && inputs[0] === previous);
  return { id, type, ...(!follows && { inputs }), ...fields, ...(learns && { frozen: true }) };
}
