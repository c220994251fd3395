import type * as z from 'zod';
// by name: whoever takes `z.core` as a whole takes all of the library with it, its locales too
import { $ZodAsyncError, config, util } from 'zod/v4/core';
import { enough } from './foundProblems';

export type Validated<T> =
  | { readonly success: true; readonly data: T }
  /** One issue more than are looked for, where there are more. */
  | { readonly success: false; readonly issues: readonly z.core.$ZodIssue[] };

/** Nobody reads zod's own words, of which it has some for each issue. */
const context = { async: false, error: () => 'refused' } as const;

/**
 * What a schema says of a value. As `safeParse`, without an error object, whose stack costs more than the check: this is
 * asked of each layer at each keystroke.
 */
export function validate<S extends z.ZodType>(schema: S, value: unknown): Validated<z.output<S>> {
  const result = schema._zod.run({ value, issues: [] }, context);
  if (result instanceof Promise) throw new $ZodAsyncError();
  const { issues } = result;
  if (issues.length === 0) return { success: true, data: result.value as z.output<S> };
  const settings = config();
  return {
    success: false,
    issues: enough(issues).map(issue => util.finalizeIssue(issue, context, settings)),
  };
}
