import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { tensor } from '../ops/tensor';
import { type Dim, times } from '../sizes/size';
import { type InstanceValue, itemsOf, list, type Shape, sizeIn, unknown, type Value } from '../values/value';
import { layer, runLayer } from './graph/layer';

/** What a layer within another makes of a tensor. */
function inner(call: Call, value: Value | undefined, shape: Shape): Value {
  if (value?.kind !== 'instance' || !shape) return unknown;
  const made = runLayer(call, value, tensor(shape), false);
  return made.kind === 'unknown' && !value.of.entry ? call.invoke(value, [tensor(shape)]) : made;
}

function learnedBy(value: Value | undefined): Dim {
  return value?.kind === 'instance' ? sizeIn(value.attributes.get(' parameters')) : undefined;
}

function shapeOf(value: Value | undefined): Shape {
  return value?.kind === 'array' ? value.shape : undefined;
}

const bidirectional: Entry = layer({
  names: ['keras.layers.Bidirectional'],
  parameters: 'layer=None, merge_mode="concat", weights=None, backward_layer=None',
  takesList: true,
  output: (both, shape) => {
    const made = inner(both.call, both.value('layer'), shape);
    const items = made.kind === 'list' ? itemsOf(made) : undefined;
    const out = shapeOf(items ? items[0] : made);
    const mode = both.self.attributes.get('merge_mode');
    const concat = !mode || (mode.kind === 'string' && mode.value === 'concat');
    const asOne = mode?.kind === 'string' && /^(sum|mul|ave)$/.test(mode.value ?? '');
    if (!out || !(concat || asOne)) return undefined;
    const states = items?.slice(1).map(shapeOf);
    return {
      shape: concat ? [...out.slice(0, -1), times(out.at(-1), 2)] : out,
      parameters: times(learnedBy(both.value('layer')), 2),
      ...(states && { states: [...states, ...states] }),
    };
  },
});

const timeDistributed: Entry = layer({
  names: ['keras.layers.TimeDistributed'],
  parameters: 'layer=None',
  output: (each, shape) => {
    if (shape.length < 3) {
      each.report({
        code: 'input-shape-mismatch',
        message: `TimeDistributed takes (examples, steps, …), three sizes or more, but is given ${shape.length}.`,
      });
      return undefined;
    }
    const [examples, steps, ...rest] = shape;
    const out = shapeOf(inner(each.call, each.value('layer'), [examples, ...rest]));
    return out && { shape: [examples, steps, ...out.slice(1)], parameters: learnedBy(each.value('layer')) };
  },
});

/** A user's function on tensors. */
const lambda: Entry = {
  kind: 'class',
  names: ['keras.layers.Lambda'],
  bases: ['keras.layers.Layer'],
  parameters: 'function=None, output_shape=None, mask=None, arguments=None, **extra',
  init: (call, self: InstanceValue) => {
    for (const [name, value] of [...Object.entries(call.args), ...call.extra])
      if (value && name !== 'self') call.set(self.attributes, name, value);
  },
  callParameters: 'inputs, *rest, **extra',
  call: (call, self) => {
    const run = self.attributes.get('function');
    const { inputs } = call.args;
    if (!run || !inputs || self.attributes.has('arguments') || self.attributes.has('output_shape'))
      return unknown;
    if (run.kind !== 'function') return unknown;
    const given = inputs.kind === 'list' ? list(itemsOf(inputs) ?? []) : inputs;
    const made = call.invoke(run, [given]);
    const alike = (value: Value) => (value.kind === 'array' && value.shape ? tensor(value.shape) : unknown);
    const several = made.kind === 'list' || made.kind === 'tuple' ? itemsOf(made) : undefined;
    return several ? list(several.map(alike)) : alike(made);
  },
};

export const wrappers: Family = {
  title: 'Layers around layers',
  about: '`Bidirectional`, `TimeDistributed`, and `Lambda` where its function is known.',
  entries: [bidirectional, timeDistributed, lambda],
};
