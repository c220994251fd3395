import type { z } from 'zod';

/** A zod schema seen as what it describes: without the wrappers that only add defaults or normalise. */
export type Bare = z.core.$ZodTypes;

export function bare(schema: z.core.$ZodType): Bare {
  let current = schema as Bare;
  for (;;) {
    const { def } = current._zod;
    if (
      def.type === 'optional' ||
      def.type === 'default' ||
      def.type === 'nullable' ||
      def.type === 'readonly'
    ) {
      current = def.innerType as Bare;
    } else if (def.type === 'pipe') current = def.in as Bare;
    else return current;
  }
}

/** The part of a schema that describes the value at `path` inside `value`; undefined where there is none. */
export function schemaAt(
  schema: z.core.$ZodType,
  value: unknown,
  path: readonly PropertyKey[],
): Bare | undefined {
  let current = bare(schema);
  let inside = value;
  for (const step of path) {
    const { def } = chosen(current, inside)._zod;
    let next: z.core.$ZodType | undefined;
    if (def.type === 'object') next = def.shape[String(step)];
    else if (def.type === 'array') next = def.element;
    else if (def.type === 'record') next = def.valueType;
    else if (def.type === 'tuple') next = def.items[Number(step)];
    if (!next) return undefined;
    current = bare(next);
    inside = (inside as Record<PropertyKey, unknown> | undefined)?.[step];
  }
  return chosen(current, inside);
}

/** The names of the fields an object may have; of all alternatives where it is not clear which it is. */
export function fieldNames(schema: Bare | undefined): string[] {
  if (!schema) return [];
  const { def } = schema._zod;
  if (def.type === 'object') return Object.keys(def.shape);
  if (def.type === 'union') return def.options.flatMap(option => fieldNames(bare(option)));
  return [];
}

/** The names of the fields of all objects in a schema, at any depth. */
export function namesInside(schema: z.core.$ZodType): string[] {
  const { def } = bare(schema)._zod;
  if (def.type === 'object')
    return Object.entries(def.shape).flatMap(([name, field]) => [name, ...namesInside(field)]);
  if (def.type === 'union') return def.options.flatMap(namesInside);
  if (def.type === 'array') return namesInside(def.element);
  if (def.type === 'tuple') return def.items.flatMap(namesInside);
  return def.type === 'record' ? namesInside(def.valueType) : [];
}

/** The fixed values a field may have: those of an enumeration, of literals, and of alternatives. */
export function fixedValues(schema: Bare | undefined): (string | number | boolean)[] {
  if (!schema) return [];
  const { def } = schema._zod;
  if (def.type === 'enum') return Object.values(def.entries);
  if (def.type === 'literal') return def.values.filter(value => isPlain(value));
  if (def.type === 'union') {
    return def.options.flatMap(option => fixedValues(bare(option)));
  }
  return [];
}

/** What a field wants, in words: `a whole number`, `one of "relu", "tanh"`. */
export function wordsFor(schema: Bare | undefined): string {
  if (!schema) return 'something else';
  const { def } = schema._zod;
  if (def.type === 'number')
    return 'format' in def && def.format === 'safeint' ? 'a whole number' : 'a number';
  if (def.type === 'string') return 'a text in double quotes';
  if (def.type === 'boolean') return 'true or false';
  if (def.type === 'array' || def.type === 'tuple') return 'a list [ … ]';
  if (def.type === 'object' || def.type === 'record') return 'an object { … }';
  const values = fixedValues(schema).map(value => JSON.stringify(value));
  if (def.type === 'enum' || def.type === 'literal') {
    return values.length > 1 ? `one of ${values.join(', ')}` : values.join();
  }
  if (def.type === 'union') {
    const alternatives = def.options.map(option => wordsFor(bare(option)));
    return [...new Set(alternatives)].join(', or ');
  }
  return 'something else';
}

/** Of alternatives told apart by a field, the one that `value` names; else the schema itself. */
function chosen(schema: Bare, value: unknown): Bare {
  const { def } = schema._zod;
  if (def.type !== 'union') return schema;
  const discriminator = 'discriminator' in def ? String(def.discriminator) : undefined;
  if (discriminator === undefined || typeof value !== 'object' || value === null) return schema;
  const named = (value as Record<string, unknown>)[discriminator];
  const option = def.options.map(bare).find(candidate => {
    const inner = candidate._zod.def;
    return (
      inner.type === 'object' && fixedValues(bare(inner.shape[discriminator]!)).includes(named as string)
    );
  });
  return option ?? schema;
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
