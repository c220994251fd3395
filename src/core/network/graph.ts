import { isSource } from '../layers';
import type { LayerNode, Network } from './network';

/** How the layers feed each other. Ids that name no layer are left out of everything but `missing`. */
export interface Graph {
  readonly byId: ReadonlyMap<string, LayerNode>;
  /** Every layer after its inputs, in the order of the list where that is free; those of a cycle in the order of the list. */
  readonly order: readonly LayerNode[];
  /** Ids of the layers that a layer feeds, each once, be it fed in several places or in one. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
  /** The layers of type input: those that need none. */
  readonly sources: readonly LayerNode[];
  /** The last layer that feeds no other: ŷ. */
  readonly output: LayerNode | undefined;
  /** Layers that feed no other, though they aren't the output. */
  readonly dangling: readonly LayerNode[];
  /** Layers that nothing of the input reaches. */
  readonly unreachable: ReadonlySet<string>;
  /** Ids written in `inputs` that name no layer. */
  readonly missing: readonly { readonly layer: LayerNode; readonly id: string }[];
  /** Each cycle once, as the ids along it; of cycles that share very many layers, those that are met first. */
  readonly cycles: readonly (readonly string[])[];
}

export function graphOf({ layers }: Network): Graph {
  const byId = new Map(layers.map(layer => [layer.id, layer]));
  const outputs = new Map<string, string[]>(layers.map(({ id }) => [id, []]));
  const missing: { layer: LayerNode; id: string }[] = [];
  for (const layer of layers) {
    // most layers have one input
    for (const id of layer.inputs.length > 1 ? new Set(layer.inputs) : layer.inputs) {
      const feeds = outputs.get(id);
      if (feeds) feeds.push(layer.id);
      else missing.push({ layer, id });
    }
  }
  const { order, cycles } = sort(layers, byId);
  const sources = layers.filter(({ type }) => isSource(type));
  const reached = reachable(
    sources.map(({ id }) => id),
    outputs,
  );
  const ends = layers.filter(({ id }) => outputs.get(id)!.length === 0);
  const output = ends.at(-1);
  return {
    byId,
    order,
    outputs,
    sources,
    output,
    dangling: ends.filter(layer => layer !== output),
    unreachable: new Set(layers.filter(({ id }) => !reached.has(id)).map(({ id }) => id)),
    missing,
    cycles,
  };
}

/** Ids in all cycles together, for each layer that there is: thousands of cycles may each be thousands long. */
const idsPerLayer = 4;

/** Depth first from each layer to its inputs, without recursion: a chain may be long. */
function sort(layers: readonly LayerNode[], byId: ReadonlyMap<string, LayerNode>) {
  const order: LayerNode[] = [];
  const cycles: string[][] = [];
  /** Of a layer that is gone into: its place on the path. */
  const state = new Map<string, number | 'done'>();
  let room = idsPerLayer * layers.length;
  const path: { layer: LayerNode; next: number }[] = [];
  const open = (layer: LayerNode) => {
    state.set(layer.id, path.length);
    path.push({ layer, next: 0 });
  };
  for (const start of layers) {
    if (!state.has(start.id)) open(start);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const input = top.layer.inputs[top.next++];
      if (input === undefined) {
        state.set(top.layer.id, 'done');
        order.push(top.layer);
        path.pop();
        continue;
      }
      const layer = byId.get(input);
      if (!layer) continue;
      const from = state.get(input);
      if (typeof from === 'number') {
        room -= path.length - from;
        if (room < 0) continue;
        cycles.push(
          path
            .slice(from)
            .map(step => step.layer.id)
            .reverse(),
        );
      } else if (from === undefined) open(layer);
    }
  }
  return { order, cycles };
}

function reachable(from: readonly string[], outputs: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set(from);
  for (const id of found) for (const next of outputs.get(id) ?? []) found.add(next);
  return found;
}
