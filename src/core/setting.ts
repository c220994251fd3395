import * as z from 'zod';

/** As it stands in the file, defaults filled in: `{ type: 'sgd', learningRate: 0.0075 }`. */
export interface Setting {
  readonly type: string;
  readonly [field: string]: string | number | undefined;
}

/** One of the things that a setting chooses from. */
interface Choice {
  readonly type: string;
  readonly title: string;
  readonly formula: string;
  readonly summary: string;
  readonly fields: z.ZodRawShape;
}

/**
 * A setting that chooses from a list by its type: only that, `"adam"`, with the usual values, or an object with the
 * fields of what is chosen.
 * @param shared the fields that all have
 */
export function setting<S extends Setting, C extends Choice>(
  list: readonly C[],
  words: { readonly title: string; readonly description: string },
  shared: z.ZodRawShape = {},
) {
  const byType = new Map(list.map(choice => [choice.type, choice]));

  /** What is chosen; a type that isn't in the list is our bug. */
  const chosen = (type: string): C => {
    const found = byType.get(type);
    if (!found) throw new Error(`No ${words.title.toLowerCase()} is called ${type}.`);
    return found;
  };

  const withDefaults = (type: string): S =>
    ({ type, ...z.object({ ...chosen(type).fields, ...shared }).parse({}) }) as unknown as S;

  const types = z.enum(list.map(({ type }) => type)).meta({
    title: words.title,
    enumDescriptions: list.map(({ formula, summary }) => `${formula}. ${summary}`),
  });
  const [first, ...others] = list.map(({ type, title, formula, summary, fields }) =>
    z
      .strictObject({ type: z.literal(type), ...fields, ...shared })
      .meta({ title, description: `${formula}. ${summary}` }),
  );
  const field = z
    .union([types, z.discriminatedUnion('type', [first!, ...others])])
    .transform(written => (typeof written === 'string' ? withDefaults(written) : (written as unknown as S)))
    .meta(words);

  return { field, chosen };
}
