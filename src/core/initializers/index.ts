import * as z from 'zod';
import { initializers } from './all';
import type { Initializer } from './initializer';

export { initializers } from './all';
export type { Initializer } from './initializer';

/** As it stands in the file, defaults filled in: `{ type: 'normal', scale: 0.01 }`. */
export interface InitializerSetting {
  readonly type: string;
  readonly [field: string]: string | number;
}

const byType = new Map(initializers.map(initializer => [initializer.type, initializer]));

const types = z.enum(initializers.map(initializer => initializer.type)).meta({
  title: 'Initializer',
  enumDescriptions: initializers.map(({ formula, summary }) => `${formula}. ${summary}`),
});

const [first, ...others] = initializers.map(({ type, title, formula, summary, fields }) =>
  z.strictObject({ type: z.literal(type), ...fields }).meta({ title, description: `${formula}. ${summary}` }),
);

/** Only its type, `"xavier"`, or an object with its fields. */
export const initializerField = z
  .union([types, z.discriminatedUnion('type', [first!, ...others])])
  .transform(written =>
    typeof written === 'string' ? withDefaults(written) : (written as InitializerSetting),
  )
  .meta({ title: 'Initializer', description: 'How the weights start.' });

export function initializerOf(setting: InitializerSetting): {
  readonly initializer: Initializer;
  readonly fields: Readonly<Record<string, number>>;
} {
  const { type, ...fields } = setting;
  const initializer = byType.get(type);
  if (!initializer) throw new Error(`No initializer is called ${type}.`);
  return { initializer, fields: fields as Record<string, number> };
}

function withDefaults(type: string): InitializerSetting {
  return { type, ...z.object(byType.get(type)!.fields).parse({}) };
}
