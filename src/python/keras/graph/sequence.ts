import type { Call } from '../../ops/call';
import { tensor, tensorType } from '../../ops/tensor';
import { plus } from '../../sizes/size';
import {
  type ArrayValue,
  type InstanceValue,
  int,
  type ListValue,
  list,
  listState,
  none,
  sizeIn,
  unknown,
  type Value,
} from '../../values/value';
import { givenShape } from './given';

/** Begins a Sequential without layers. `none` as its output: not known before it gets data. */
export function begin(call: Call, self: InstanceValue): void {
  call.set(self.attributes, ' layers', list([]));
  call.set(self.attributes, ' output', none);
  call.set(self.attributes, ' input', none);
}

export function layersOf(self: InstanceValue): ListValue | undefined {
  const layers = self.attributes.get(' layers');
  return layers?.kind === 'list' ? layers : undefined;
}

/** Puts a layer at the end, and works out what comes out then. */
export function append(call: Call, self: InstanceValue, layer: Value): void {
  const layers = layersOf(self);
  if (!layers) return;
  const { attributes } = self;
  const { items } = listState(layers);
  const isInput = layer.kind === 'array' && layer.type === tensorType;
  if (items?.length === 0 && attributes.get(' input')?.kind === 'none') {
    const input = isInput ? layer : inputOf(layer);
    call.set(attributes, ' input', input);
    call.set(attributes, ' output', input);
  }
  if (isInput) return;
  call.set(layers.cells, '', items ? { items: [...items, layer], each: unknown } : { each: unknown });
  const before = attributes.get(' output') ?? unknown;
  if (before.kind === 'none') return;
  const after = before.kind === 'array' ? call.invoke(layer, [before]) : unknown;
  call.set(attributes, ' output', asTensor(after));
}

/** What a first layer says of its input: a tensor, none, or unknown. */
function inputOf(layer: Value): Value {
  if (layer.kind !== 'instance') return unknown;
  const own = layer.attributes.get(' input') ?? layer.attributes.get(' inputs');
  if (own) return own.kind === 'array' || own.kind === 'none' ? own : unknown;
  if (!layer.of.entry) return unknown;
  const shape = givenShape(layer);
  return shape === null ? none : shape ? tensor(shape) : unknown;
}

/** The models whose layers are being run: one that is among its own layers has no end. */
const underWay = new Set<InstanceValue['attributes']>();

/** Runs the layers one after another. */
export function runAll(call: Call, self: InstanceValue, input: ArrayValue): Value {
  const layers = layersOf(self);
  const items = layers && listState(layers).items;
  if (!items || underWay.has(self.attributes)) return unknown;
  underWay.add(self.attributes);
  try {
    let value: Value = input;
    for (const layer of items) {
      if (value.kind !== 'array' || !value.shape) return unknown;
      value = asTensor(call.invoke(layer, [value]));
    }
    return value;
  } finally {
    underWay.delete(self.attributes);
  }
}

/** The sum of what its layers learn. */
export function learnedBy(self: InstanceValue, depth = 0): Value {
  const layers = layersOf(self);
  const items = layers && listState(layers).items;
  if (!items || depth > 8) return int(undefined);
  const all = items.map(item =>
    item.kind === 'instance'
      ? sizeIn(
          item.attributes.get(' parameters') ?? (layersOf(item) ? learnedBy(item, depth + 1) : undefined),
        )
      : undefined,
  );
  return int(all.reduce((sum, each) => plus(sum, each), 0));
}

function asTensor(value: Value): Value {
  return value.kind === 'array' ? value : unknown;
}
