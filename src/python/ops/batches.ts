import {
  type ArrayValue,
  heldKey,
  type InstanceValue,
  itemsOf,
  listOf,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import type { Call } from './call';

/** The classes whose instances give data for training, one element after another. */
const classes = [
  'tensorflow.data.Dataset',
  'keras.preprocessing.image.Iterator',
  'builtins.generator',
] as const;

/** A data set or generator: what it gives each time is an array, or data and labels. */
export function givesElements(call: Call, of: (typeof classes)[number], element: Value): Value {
  const made = call.invoke(call.named(of), []);
  if (made.kind !== 'instance') return unknown;
  givesEach(call, made, element);
  return made;
}

/** What such an instance gives each time. */
export function givesEach(call: Call, { attributes }: InstanceValue, element: Value): void {
  call.set(attributes, ' element', element);
  call.set(attributes, heldKey, listOf(element));
}

/** What a data set or generator gives each time; undefined for any other value. */
export function elementsOf(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'instance' || !(classes as readonly string[]).includes(value.of.name)) return undefined;
  return value.attributes.get(' element');
}

/** The data and the labels of each batch. */
export function batchesOf(
  value: Value | undefined,
): { readonly x: ArrayValue; readonly y?: ArrayValue } | undefined {
  const element = elementsOf(value);
  if (element?.kind === 'array') return { x: element };
  const [x, y] = (element?.kind === 'tuple' && itemsOf(element)) || [];
  if (x?.kind !== 'array') return undefined;
  return y?.kind === 'array' ? { x, y } : { x };
}

/** An element of data, and of labels where there are some. */
export function pairOf(x: ArrayValue, y: ArrayValue | undefined): Value {
  return y ? tuple([x, y]) : x;
}
