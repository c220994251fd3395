import * as z from 'zod';
import type { FileFacts } from '../python/files/dataFiles';
import { numbers } from './parts';

const count = z.int().min(0);

export const fileFacts: z.ZodType<FileFacts> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('arrays'),
    arrays: z.array(z.object({ name: z.string().optional(), shape: numbers, dtype: z.string().optional() })),
  }),
  z.object({
    kind: z.literal('table'),
    rows: count.optional(),
    columns: z.array(z.object({ name: z.string(), numeric: z.boolean().optional() })),
    hasHeading: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('image'), width: count, height: count, channels: count }),
]);
