import type { Dim } from '../sizes/size';
import { type ArrayValue, itemsOf, string, tuple, unknown, type Value } from '../values/value';
import { numpyArray } from './array';
import { dimsArgument, dtypeArgument } from './readArguments';

/** Whether a `dtype` gives each element parts of its own: `[("x", float)]`, `"f4,f4"`, `(float, 2)`, `"3f4"`. */
export function hasParts(dtype: Value | undefined): boolean {
  if (dtype?.kind === 'string') return dtype.value !== undefined && /^[(\d]|,/.test(dtype.value);
  return dtype?.kind === 'list' || dtype?.kind === 'tuple' || dtype?.kind === 'dict';
}

/**
 * An array of elements with parts. Of one with named fields, `[("name", type, sizes), …]`, these are known; of any other
 * not even the shape is.
 */
export function structured(shape: readonly Dim[] | undefined, dtype: Value): ArrayValue {
  const fields = dtype.kind === 'list' ? itemsOf(dtype)?.map(fieldOf) : undefined;
  if (!shape || !fields || fields.includes(undefined)) return numpyArray(undefined);
  return { ...numpyArray(shape), facts: { fields: tuple(fields as Value[]) } };
}

/** A field's name with what an element has under it. */
function fieldOf(value: Value): Value | undefined {
  const [name, type, sizes] = (value.kind === 'tuple' && itemsOf(value)) || [];
  if (name?.kind !== 'string' || name.value === undefined || !type) return undefined;
  const dtype = dtypeArgument(type);
  const own = sizes ? dimsArgument(sizes) : [];
  // releases of NumPy differ in whether a size of 1 is an axis
  const isClear = dtype !== undefined && own !== undefined && !(sizes?.kind === 'int' && sizes.size === 1);
  return tuple([name, isClear ? numpyArray(own, dtype) : unknown]);
}

/** `self["name"]` of an array with named fields; undefined where there is no such field, or it isn't known. */
export function fieldIn(self: Value | undefined, index: Value | undefined): ArrayValue | undefined {
  if (self?.kind !== 'array' || !self.shape || index?.kind !== 'string') return undefined;
  for (const field of itemsOf(self.facts?.fields ?? string()) ?? []) {
    const [name, held] = itemsOf(field) ?? [];
    if (name?.kind !== 'string' || name.value !== index.value) continue;
    return held?.kind === 'array' && held.shape
      ? numpyArray([...self.shape, ...held.shape], held.dtype)
      : undefined;
  }
  return undefined;
}
