import * as z from 'zod';
import type { LayerDefinition } from '../../../src/core/layers';
import { dataSchema, trainingSchema } from '../../../src/core/network/schema';
import { generators } from '../../../src/data/generators';
import type { Field } from './field';
import { fieldsOf } from './fieldOf';
import type { JsonSchema } from './jsonSchema';

const schemaOf = (type: z.ZodType) => z.toJSONSchema(type, { io: 'input' }) as JsonSchema;

const byLayer = new Map<LayerDefinition, readonly Field[]>();

/** The fields of a type of layer. */
export function layerFields(definition: LayerDefinition): readonly Field[] {
  let fields = byLayer.get(definition);
  if (!fields) {
    fields = fieldsOf(schemaOf(z.object(definition.fields))).map(field => withDefault(field, definition));
    byLayer.set(definition, fields);
  }
  return fields;
}

/** A default that the file may write in another way, a word for an object, stands in no schema: the field itself has it. */
function withDefault(field: Field, { fields }: LayerDefinition): Field {
  const absent = (fields[field.name] as z.ZodType).safeParse(undefined);
  return absent.success && field.initial === undefined ? { ...field, initial: absent.data } : field;
}

let training: readonly Field[] | undefined;

export function trainingFields(): readonly Field[] {
  return (training ??= fieldsOf(schemaOf(trainingSchema)));
}

/** The property that only this kind of data has: `file` for a table. */
const kinds = ['train', 'file', 'images', 'text', 'generator'] as const;

let data: readonly (readonly Field[])[] | undefined;

/** The fields of the kind of data that is written, by the property that tells the kind; none where there is no such. */
export function dataFields(written: Readonly<Record<string, unknown>>): readonly Field[] {
  data ??= (schemaOf(dataSchema).anyOf ?? []).map(fieldsOf);
  const kind = kinds.find(name => name in written);
  const fields = data.find(fields => fields.some(({ name, required }) => name === kind && required)) ?? [];
  return kind === 'generator' ? fields.map(field => withGenerator(field, written.generator)) : fields;
}

/** Noise and classes are by default those of the generator. */
function withGenerator(field: Field, name: unknown): Field {
  const generator = generators.find(each => each.name === name);
  if (!generator || (field.name !== 'noise' && field.name !== 'classes')) return field;
  return { ...field, initial: generator[field.name] };
}
