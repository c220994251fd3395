import * as z from 'zod';
import type { Preprocessing } from '../data/preprocessing';

const outline = z.object({ inputShape: z.array(z.number()), targets: z.object({ binary: z.boolean() }) });

/** Preprocessing as read back from a file of ours: its outline is checked, its many numbers aren't. */
export const preprocessingSchema = z.custom<Preprocessing>(value => outline.safeParse(value).success);
