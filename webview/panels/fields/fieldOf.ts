import type { Field, NumberField, Option, SidesField, VariantField } from './field';
import type { JsonSchema } from './jsonSchema';

type Base = Pick<Field, 'name' | 'title' | 'description' | 'initial' | 'absent' | 'required'>;

/** Each recognises one form of schema. The first that does makes the field. */
const forms: readonly ((schema: JsonSchema, base: Base) => Field | undefined)[] = [
  variant,
  variants,
  choice,
  number,
  sides,
  list,
  text,
  flag,
  (schema, base) => (schema.properties ? { ...base, kind: 'group', fields: fieldsOf(schema) } : undefined),
];

/** The field that a property of the file's schema describes. */
export function fieldOf(name: string, schema: JsonSchema, required: boolean): Field {
  const base: Base = {
    name,
    title: schema.title ?? name,
    description: schema.description ?? '',
    initial: schema.default,
    absent: schema.absent ?? (required ? '' : 'none'),
    required: required && schema.default === undefined,
  };
  for (const form of forms) {
    const field = form(schema, base);
    if (field) return field;
  }
  return { ...base, kind: 'other' };
}

/** The fields of an object, in the order of its schema. */
export function fieldsOf(schema: JsonSchema): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOf(name, property, schema.required?.includes(name) ?? false),
  );
}

function variant(schema: JsonSchema, base: Base): VariantField | undefined {
  const objects = schema.anyOf?.find(form => form.oneOf)?.oneOf;
  if (!objects) return undefined;
  return {
    ...base,
    kind: 'variant',
    options: objects.map(object => ({
      value: String(object.properties?.type?.const),
      title: object.title ?? '',
      description: object.description ?? '',
      fields: fieldsOf(object).filter(field => field.name !== 'type'),
    })),
  };
}

function variants(schema: JsonSchema, base: Base): Field | undefined {
  const item = schema.items && fieldOf('', schema.items, true);
  if (schema.type !== 'array' || !item || item.kind !== 'variant') return undefined;
  return { ...base, kind: 'variants', item, maximumLength: schema.maxItems ?? Number.POSITIVE_INFINITY };
}

/** Of words beside which a table may stand, such as a weight for each class, the words; the table is written as text. */
function choice(schema: JsonSchema, base: Base): Field | undefined {
  const words = schema.anyOf?.filter(form => !(form.type === 'object' && !form.properties));
  const values = schema.enum ?? words?.map(form => form.const);
  if (!values?.length || !values.every(isOption)) return undefined;
  const options: Option[] = values.map((value, i) => ({
    value,
    title: String(value),
    description: schema.enumDescriptions?.[i] ?? '',
  }));
  return { ...base, kind: 'choice', options };
}

const isOption = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** Where nothing written means neither yes nor no, there are three to choose from. */
function flag(schema: JsonSchema, base: Base): Field | undefined {
  if (schema.type !== 'boolean') return undefined;
  if (base.initial !== undefined || base.required) return { ...base, kind: 'flag' };
  const options = [
    { value: true, title: 'yes', description: '' },
    { value: false, title: 'no', description: '' },
  ];
  return { ...base, kind: 'choice', options };
}

function number(schema: JsonSchema, base: Base): Field | undefined {
  const forms = schema.anyOf ?? [schema];
  const numeric = forms.find(form => form.type === 'number' || form.type === 'integer');
  const words = forms.filter(form => form !== numeric).map(form => form.const);
  if (!numeric || !words.every(word => typeof word === 'string')) return undefined;
  return { ...base, kind: 'number', ...bounds(numeric), words };
}

function bounds(
  schema: JsonSchema,
): Pick<NumberField, 'integer' | 'minimum' | 'maximum' | 'openMinimum' | 'openMaximum'> {
  return {
    integer: schema.type === 'integer',
    minimum: schema.exclusiveMinimum ?? schema.minimum ?? Number.NEGATIVE_INFINITY,
    maximum: schema.exclusiveMaximum ?? schema.maximum ?? Number.POSITIVE_INFINITY,
    openMinimum: schema.exclusiveMinimum !== undefined,
    openMaximum: schema.exclusiveMaximum !== undefined,
  };
}

function sides(schema: JsonSchema, base: Base): SidesField | undefined {
  const forms = formsOf(schema);
  const one = forms.find(form => form.type === 'integer');
  const two = forms.find(form => form.type === 'array' && form.prefixItems?.length === 2);
  const worded = forms.find(form => form.type === 'string' && form.enum);
  if (!one || forms.length === 1 || forms.some(form => ![one, two, worded].includes(form))) return undefined;
  const { minimum, maximum } = bounds(one);
  const said = worded?.enumDescriptions ?? schema.enumDescriptions;
  const words = (worded?.enum ?? []).map((word, i) => ({
    value: String(word),
    title: String(word),
    description: said?.[i] ?? '',
  }));
  return { ...base, kind: 'sides', minimum, maximum, pair: two !== undefined, words };
}

/** What may stand, where a choice holds choices. */
const formsOf = (schema: JsonSchema): readonly JsonSchema[] => schema.anyOf?.flatMap(formsOf) ?? [schema];

function list(schema: JsonSchema, base: Base): Field | undefined {
  const element = schema.items || schema.prefixItems?.[0];
  if (schema.type !== 'array' || !element || element.type !== 'integer') return undefined;
  return {
    ...base,
    kind: 'list',
    minimumLength: schema.minItems ?? 0,
    maximumLength: schema.maxItems ?? Number.POSITIVE_INFINITY,
    element: bounds(element),
  };
}

function text(schema: JsonSchema, base: Base): Field | undefined {
  const forms = schema.anyOf ?? [schema];
  const single = forms.find(form => form.type === 'string' && !form.enum && form.const === undefined);
  const lists = forms.filter(form => form.type === 'array' && form.items && form.items.type === 'string');
  if (!single || forms.length !== 1 + lists.length) return undefined;
  return {
    ...base,
    kind: 'text',
    minimumLength: single.minLength ?? 0,
    maximumLength: single.maxLength ?? Number.POSITIVE_INFINITY,
    many: lists.length > 0,
  };
}
