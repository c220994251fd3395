import * as z from 'zod';
import { nearest } from './nearest';
import type { SchemaFault, SchemaFix } from './schemaFault';
import { type Bare, fixedValues, wordsFor } from './schemaTree';

/** What is wrong with a value that is there, and what it could be instead. */
export function badValue(
  issue: z.core.$ZodIssue,
  schemas: Bare | Bare[] | undefined,
  value: unknown,
  named: string,
  path: readonly (string | number)[],
): SchemaFault {
  const shown = show(value);
  const fault = (message: string, fixes: readonly SchemaFix[] = []): SchemaFault => ({
    code: 'bad-value',
    message: capital(message),
    path,
    fixes,
  });
  const change = (to: unknown): SchemaFix[] => [
    { title: `Change ${named} to ${show(to)}`, set: path, value: to },
  ];

  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const small = issue.code === 'too_small';
    const limit = Number(small ? issue.minimum : issue.maximum);
    if (issue.origin === 'string')
      return fault(`${named} must have ${small ? 'at least' : 'at most'} ${count(limit, 'character')}.`);
    if (issue.origin === 'array')
      return fault(`${named} must have ${small ? 'at least' : 'at most'} ${count(limit, 'item')}.`);
    const bound = issue.inclusive ? (small ? 'at least' : 'at most') : small ? 'greater than' : 'less than';
    if (issue.inclusive) return fault(`${named} must be ${bound} ${limit}, not ${shown}.`, change(limit));
    const beyond = Array.isArray(schemas) ? undefined : beyondOf(schemas);
    return fault(
      `${named} must be ${bound} ${limit}, not ${shown}${beyond ? `: ${beyond.because}` : ''}.`,
      beyond ? change(beyond.instead) : [],
    );
  }
  const values = Array.isArray(schemas) ? schemas.flatMap(fixedValues) : fixedValues(schemas);
  const schema = Array.isArray(schemas) ? undefined : schemas;
  const wish = schema || values.length === 0 ? wordsFor(schema) : `one of ${values.map(show).join(', ')}`;
  const words = values.filter(one => typeof one === 'string');
  if (typeof value === 'string' && words.length > 0) {
    const meant = nearest(value, words);
    const hint = meant === undefined ? `It must be ${wish}.` : `Did you mean "${meant}"?`;
    return fault(
      `${shown} is not a value of ${named}. ${hint}`,
      meant === undefined ? words.slice(0, 6).flatMap(change) : change(meant),
    );
  }
  // a number in quotes
  const wanted = schema?._zod.def.type;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (wanted === 'number' && Number.isFinite(number)) {
    return fault(`${named} must be ${wish}, without quotes.`, change(number));
  }
  if (wanted === 'number' && typeof value === 'number' && Number.isFinite(value)) {
    return fault(`${named} must be ${wish}, not ${shown}.`, change(Math.round(value)));
  }
  return fault(
    `${named} must be ${wish}, not ${shown}.`,
    wanted === 'array' && typeof value === 'string' ? change([value]) : [],
  );
}

/** Why the limit of a field is one, and a usual value, where it says so. */
function beyondOf(schema: Bare | undefined): { because: string; instead: number } | undefined {
  const { beyond } = (schema && z.globalRegistry.get(schema)) ?? {};
  return beyond as { because: string; instead: number } | undefined;
}

/** A value as it is written, cut short. */
export function show(value: unknown): string {
  return clipped(JSON.stringify(value) ?? 'nothing');
}

/** A text that may be as long as the file, as a sentence can bear it. */
export function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
