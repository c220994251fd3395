import type { z } from 'zod';
import { badValue, capital, clipped } from './badValue';
import { enough } from './foundProblems';
import { nearest } from './nearest';
import type { SchemaFault, SchemaFix } from './schemaFault';
import { type Bare, bare, fieldNames, fixedValues, schemaAt, wordsFor } from './schemaTree';

/** What zod found, as faults. `what` names the object that was validated: `a dense layer`. */
export function schemaFaults(
  schema: z.core.$ZodType,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
  what: string,
): SchemaFault[] {
  const faults = withoutLooser(enough(issues)).flatMap(issue => faultsOf(issue, schema, value, [], what));
  if (!faults.some(({ missing }) => missing !== undefined)) return faults;
  // a misspelt field says enough: that the right one is missing is the same mistake
  const meant = new Set(
    faults
      .filter(({ code }) => code === 'unknown-field')
      .slice(0, mostMisspelt)
      .flatMap(({ fixes }) =>
        fixes.flatMap(fix => ('rename' in fix ? [[...fix.rename.slice(0, -1), fix.to].join('/')] : [])),
      ),
  );
  return faults.filter(
    ({ path, missing }) => missing === undefined || !meant.has([...path, missing].join('/')),
  );
}

/** Unknown fields among which the one is looked for that a missing field was meant to be. */
const mostMisspelt = 100;

/** Of several limits that a number passes, the one that says most: a whole number has limits of its own. */
function withoutLooser(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  if (issues.length < 2) return issues;
  const tightest = new Map<string, number>();
  const limitOf = (issue: z.core.$ZodIssue): { key: string; slack: number } | undefined => {
    if (issue.code === 'too_big') return { key: `<${issue.path.join('/')}`, slack: Number(issue.maximum) };
    if (issue.code === 'too_small') return { key: `>${issue.path.join('/')}`, slack: -Number(issue.minimum) };
    return undefined;
  };
  const limits = issues.map(limitOf);
  for (const limit of limits) {
    if (limit) tightest.set(limit.key, Math.min(tightest.get(limit.key) ?? Infinity, limit.slack));
  }
  return issues.filter((_, i) => !limits[i] || limits[i].slack <= tightest.get(limits[i].key)!);
}

type Path = readonly (string | number)[];

/** What lies at a path: `"training"`, `item 1 of "augment"`; at the top, `what`. */
function nameOf(path: Path, what: string): string {
  const field = path.at(-1);
  if (field === undefined) return what;
  return typeof field === 'number' ? `item ${field + 1} of "${path.at(-2)}"` : `"${field}"`;
}

function faultsOf(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  root: unknown,
  base: Path,
  what: string,
): SchemaFault[] {
  const inner = issue.path.map(step => (typeof step === 'number' ? step : String(step)));
  const path = [...base, ...inner];
  const value = inside(root, inner);
  const part = schemaAt(schema, root, inner);
  const field = path.at(-1);
  const named = nameOf(path, what);

  if (issue.code === 'unrecognized_keys') {
    return enough(issue.keys).map(key =>
      unknownField(key, part, path, field === undefined ? what : named, value),
    );
  }
  if (value === undefined && field !== undefined) {
    // the field that tells alternatives apart has a schema in each of them
    const schemas = part ? [part] : alternatives(schemaAt(schema, root, inner.slice(0, -1)), String(field));
    return [missingField(String(field), schemas, path, what)];
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && part?._zod.def.type === 'union') {
    const option = closest(part._zod.def.options, issue.errors, value);
    if (option) {
      return withoutLooser(option.issues).flatMap(found =>
        faultsOf(found, option.schema, value, path, field === undefined ? what : named),
      );
    }
    const keys = part._zod.def.options.flatMap(candidate => requiredFields(bare(candidate)).slice(0, 1));
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && keys.length > 0) {
      const message = `${capital(named)} needs one of ${keys.map(key => `"${key}"`).join(', ')}.`;
      return [{ code: 'missing-field', message, path, fixes: [] }];
    }
  }
  // of alternatives told apart by a field, that field names none
  if (issue.code === 'invalid_union' && part === undefined) {
    const union = schemaAt(schema, root, inner.slice(0, -1));
    return [badValue(issue, alternatives(union, String(field)), value, named, path)];
  }
  return [badValue(issue, part, value, named, path)];
}

/** The schemas that a field has in the alternatives of a union. */
function alternatives(union: Bare | undefined, field: string): Bare[] {
  const options = union?._zod.def.type === 'union' ? union._zod.def.options : [];
  return options.flatMap(option => {
    const { def } = bare(option)._zod;
    const schema = def.type === 'object' ? def.shape[field] : undefined;
    return schema ? [bare(schema)] : [];
  });
}

function unknownField(
  key: string,
  schema: Bare | undefined,
  path: Path,
  owner: string,
  value: unknown,
): SchemaFault {
  const meantBy = () => {
    const free = fieldNames(schema).filter(
      name => !(typeof value === 'object' && value !== null && name in value),
    );
    return nearest(key, free);
  };
  const shown = clipped(key);
  // there may be as many as the text has room for, of which few are told
  return {
    code: 'unknown-field',
    get message() {
      return `"${shown}" is not a field of ${owner}.${knownFields(schema, meantBy())}`;
    },
    path: [...path, key],
    get fixes(): SchemaFix[] {
      const meant = meantBy();
      return [
        ...(meant === undefined
          ? []
          : [{ title: `Change "${shown}" to "${meant}"`, rename: [...path, key], to: meant }]),
        { title: `Remove "${shown}"`, set: [...path, key], value: undefined },
      ];
    },
  };
}

function knownFields(schema: Bare | undefined, meant: string | undefined): string {
  if (meant !== undefined) return ` Did you mean "${meant}"?`;
  const names = [...new Set(fieldNames(schema))];
  if (names.length === 0) return ' It has no fields of its own.';
  return ` It has ${names.map(name => `"${name}"`).join(', ')}.`;
}

function missingField(name: string, schemas: readonly Bare[], path: Path, what: string): SchemaFault {
  const owner = nameOf(path.slice(0, -1), what);
  const values = schemas.flatMap(fixedValues);
  const words =
    schemas.length > 1 && values.length > 1
      ? `one of ${values.map(value => JSON.stringify(value)).join(', ')}`
      : wordsFor(schemas[0]);
  return {
    code: 'missing-field',
    message: `${capital(owner)} needs "${name}", ${words}.`,
    path: path.slice(0, -1),
    missing: name,
    fixes: values
      .slice(0, 6)
      .map(value => ({ title: `Add "${name}": ${JSON.stringify(value)}`, set: path, value })),
  };
}

/** The alternative that `value` was most likely meant to be; undefined where it is none of them from the start. */
function closest(
  options: readonly z.core.$ZodType[],
  errors: readonly (readonly z.core.$ZodIssue[])[],
  value: unknown,
): { schema: z.core.$ZodType; issues: readonly z.core.$ZodIssue[] } | undefined {
  let best: { schema: z.core.$ZodType; issues: readonly z.core.$ZodIssue[]; cost: number } | undefined;
  options.forEach((schema, i) => {
    const issues = enough(errors[i] ?? []);
    if (
      issues.some(
        issue =>
          issue.path.length === 0 &&
          issue.code !== 'unrecognized_keys' &&
          issue.code !== 'too_small' &&
          issue.code !== 'too_big',
      )
    )
      return;
    const names = fieldNames(bare(schema));
    const written = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    if (names.length > 0 && !written.some(key => nearest(key, names) !== undefined)) return;
    const cost = issues.reduce((sum, issue) => {
      if (issue.code === 'unrecognized_keys') return sum + 2 * issue.keys.length;
      return sum + (inside(value, issue.path) === undefined ? 2 : 1);
    }, 0);
    if (!best || cost < best.cost) best = { schema, issues, cost };
  });
  return best;
}

function requiredFields(schema: Bare): string[] {
  const { def } = schema._zod;
  if (def.type !== 'object') return [];
  return Object.entries(def.shape).flatMap(([name, field]) =>
    field._zod.optin === 'optional' ? [] : [name],
  );
}

function inside(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return current;
}
