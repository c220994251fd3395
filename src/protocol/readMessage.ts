import type * as z from 'zod';

/** What arrived, if it is a message of a protocol; it is handed on as it came, not copied. */
export type ReadMessage<T> = (message: unknown) => T | undefined;

export function readMessage<T>(schema: z.ZodType<T>): ReadMessage<T> {
  return message => (schema.safeParse(message).success ? (message as T) : undefined);
}
