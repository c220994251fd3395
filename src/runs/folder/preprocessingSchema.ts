import * as z from 'zod';
import { tokenKinds } from '../../core/network/dataSchema';
import type { Preprocessing } from '../../data/preprocessing';
import { widthOf } from '../../data/tables/encoding';
import { dateOrders } from '../../data/tables/numbers/notation';

/** Of pictures there are hundreds of thousands, for which a schema of each would take its time. */
const numbers = z.custom<readonly number[]>(
  value => Array.isArray(value) && value.every(one => typeof one === 'number'),
);

const notation = z.union([
  z.object({ date: z.enum(dateOrders) }),
  z.object({
    decimal: z.enum(['.', ',']),
    thousands: z.enum([',', '.', ' ', "'"]).optional(),
    sign: z.string().optional(),
  }),
]);

const textColumn = z.object({
  name: z.string(),
  as: z.literal('text'),
  tokens: z.enum(tokenKinds),
  vocabulary: z.array(z.string()).min(2).max(65_536),
  length: z.int().min(1).max(4096),
});

const column = z.union([
  z.object({ name: z.string(), as: z.literal('number'), missing: z.number(), notation: notation.optional() }),
  z.object({ name: z.string(), as: z.enum(['one-hot', 'ordinal']), values: z.array(z.string()) }),
  textColumn,
]);

const standardising = z
  .object({ mean: numbers, deviation: numbers })
  .refine(({ mean, deviation }) => mean.length === deviation.length);

const size = z.int().min(1);

/** What a training learnt, as read back from a file of ours: every field of it, and that they are of one size. */
export const preprocessingSchema: z.ZodType<Preprocessing> = z
  .object({
    inputShape: z.array(size).min(1),
    inputNames: z.array(z.string()).optional(),
    columns: z.array(column).optional(),
    notations: z.array(notation).optional(),
    table: z
      .object({ delimiter: z.string().optional(), columns: z.array(z.string()), header: z.boolean() })
      .optional(),
    ranges: z.array(z.tuple([z.number(), z.number()])).optional(),
    scale: z.number().optional(),
    standardise: standardising.optional(),
    normaliseRows: z.boolean().optional(),
    standardiseTarget: standardising.optional(),
    image: z
      .object({ height: size, width: size, channels: z.union([z.literal(1), z.literal(3)]) })
      .optional(),
    text: z
      .object({
        tokens: z.enum(tokenKinds),
        vocabulary: z.array(z.string()).min(1).max(65_536),
        others: z.boolean(),
        lead: numbers,
      })
      .refine(({ vocabulary, lead }) => lead.every(index => index in vocabulary))
      .optional(),
    targets: z.object({
      names: z.array(z.string()),
      classes: z.array(z.string()).optional(),
      values: numbers.optional(),
      binary: z.boolean(),
      notations: z.array(notation).optional(),
    }),
  })
  .refine(({ inputShape, inputNames, columns, ranges, standardise, image }) => {
    const width = inputShape.reduce((product, one) => product * one, 1);
    const lengths = [
      inputNames?.length,
      columns?.reduce((sum, one) => sum + widthOf(one), 0),
      ranges?.length,
      standardise?.mean.length,
      image && image.height * image.width * image.channels,
    ];
    return lengths.every(length => length === undefined || length === width);
  })
  .refine(({ targets: { classes, values } }) => !values || values.length === classes?.length);
