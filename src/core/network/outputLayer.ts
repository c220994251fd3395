import type { NetworkEdit } from './edit';
import type { LayerNode } from './network';
import type { OutputKind } from './outputForTargets';
import type { Subject } from './rules/rule';

/** ŷ: the last layer, the number of its values and the activation they come out of. */
export interface OutputLayer {
  readonly layer: LayerNode;
  readonly units: number;
  readonly activation: string;
}

/** Undefined where the last layer has no activation, or its size isn't known. */
export function outputLayer({ graph, shapes }: Subject): OutputLayer | undefined {
  const layer = graph.output;
  const units = layer && shapes.layers.get(layer.id)?.output;
  const activation = layer?.fields?.activation;
  if (!layer || units?.length !== 1 || typeof units[0] !== 'number' || typeof activation !== 'string')
    return undefined;
  return { layer, units: units[0], activation };
}

/** The edits that make the output and the loss of another kind. */
export function outputEdits(layer: LayerNode, { units, activation, loss }: OutputKind): NetworkEdit[] {
  return [
    { kind: 'set-field', id: layer.id, field: 'units', value: units },
    { kind: 'set-field', id: layer.id, field: 'activation', value: activation },
    { kind: 'set-value', path: ['training', 'loss'], value: loss },
  ];
}
