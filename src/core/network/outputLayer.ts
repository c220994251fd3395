import type { NetworkEdit } from './edit';
import type { LayerNode } from './network';
import type { OutputKind } from './outputForTargets';
import type { Subject } from './rules/rule';
import { sizedBy } from './sizedBy';

/** ŷ: the last layer, the number of its values and the activation they come out of. */
export interface OutputLayer {
  readonly layer: LayerNode;
  /** The layer whose units they are, before an activation that stands by itself; undefined where they are no units. */
  readonly sized: LayerNode | undefined;
  readonly units: number;
  /** T, where it is a softmax at each step of a series; undefined where it gives one vector. */
  readonly steps: number | undefined;
  readonly activation: string;
}

/** Undefined where the last layer has no activation, or its size isn't known. */
export function outputLayer({ graph, shapes }: Subject): OutputLayer | undefined {
  const layer = graph.output;
  const units = layer && shapes.layers.get(layer.id)?.output;
  const activation = layer?.fields?.activation;
  if (!layer || !units || typeof activation !== 'string') return undefined;
  const n = units.at(-1);
  const [steps] = units.length === 2 && activation === 'softmax' ? units : [];
  if (typeof n !== 'number' || (units.length !== 1 && typeof steps !== 'number')) return undefined;
  const sized = sizedBy(graph, layer);
  return {
    layer,
    sized: sized.fields?.units === n ? sized : undefined,
    units: n,
    steps: typeof steps === 'number' ? steps : undefined,
    activation,
  };
}

/** The edits that make the output and the loss of another kind; its size stays where it is no layer's units. */
export function outputEdits(
  { layer, sized }: OutputLayer,
  { units, activation, loss }: OutputKind,
): NetworkEdit[] {
  return [
    ...(sized ? [{ kind: 'set-field' as const, id: sized.id, field: 'units', value: units }] : []),
    { kind: 'set-field', id: layer.id, field: 'activation', value: activation },
    { kind: 'set-value', path: ['training', 'loss'], value: loss },
  ];
}
