import type { Field } from './field';

/**
 * What a written value of a field means, so that two ways to write one thing are equal as JSON: what is left out is what
 * stands for it, `he` is `{ "type": "he" }`, and the order of an object's fields says nothing.
 */
export function meant(field: Field, written: unknown): unknown {
  const value = written ?? field.initial ?? null;
  if (field.kind === 'text' && field.many)
    return Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (field.kind === 'group') return within(field.fields, value);
  if (field.kind !== 'variant') return value;
  const type = isObject(value) ? value.type : value;
  const option = field.options.find(each => each.value === type);
  if (!option) return value;
  return [type, within(option.fields, isObject(value) ? value : {})];
}

const within = (fields: readonly Field[], value: unknown) =>
  isObject(value) ? fields.map(field => meant(field, value[field.name])) : value;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
