import * as z from 'zod';
import { networkEditSchema } from '../../core/network/networkEdit';
import type { Verdict } from './verdict';

/** A verdict as read back from a file, or from another process. */
export const verdictSchema: z.ZodType<Verdict> = z.object({
  code: z.string(),
  message: z.string(),
  fix: z.object({ title: z.string(), edits: z.array(networkEditSchema).min(1) }).optional(),
});
