import type { Call } from '../../ops/call';
import { type ArrayValue, none, unknown, type Value } from '../../values/value';

/** Batches that a generator gives: data, and labels where it gives them. */
export function batches(call: Call, x: ArrayValue, y: ArrayValue | undefined): Value {
  const made = call.invoke(call.named('keras.preprocessing.image.Iterator'), []);
  if (made.kind !== 'instance') return unknown;
  call.set(made.attributes, ' x', x);
  call.set(made.attributes, ' y', y ?? none);
  return made;
}

export function batchesOf(value: Value): { readonly x: ArrayValue; readonly y?: ArrayValue } | undefined {
  if (value.kind !== 'instance' || value.of.name !== 'keras.preprocessing.image.Iterator') return undefined;
  const [x, y] = [value.attributes.get(' x'), value.attributes.get(' y')];
  if (x?.kind !== 'array') return undefined;
  return y?.kind === 'array' ? { x, y } : { x };
}
