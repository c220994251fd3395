import type { FunctionValue } from '../../values/value';

const known = new WeakMap<object, readonly string[]>();

/**
 * Every name that a function may read from outside: those in its code, and those in comments that may tell of a shape,
 * without its parameters. Each function is read once.
 */
export function namesReadIn({ body, parameters }: FunctionValue, text: string): readonly string[] {
  const found = known.get(body);
  if (found) return found;
  const names = new Set<string>();
  addNames(body, names);
  for (const comment of textOf(body, text).match(/#.*/g) ?? []) {
    const bracket = comment.search(/[([]/);
    if (bracket < 0 || !comment.includes(',', bracket)) continue;
    for (const name of comment.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []) names.add(name);
  }
  for (const { name } of parameters) names.delete(name);
  const all = [...names];
  known.set(body, all);
  return all;
}

function addNames(node: object, names: Set<string>): void {
  const { kind, id } = node as { kind?: unknown; id?: unknown };
  if (kind === 'name' && typeof id === 'string') names.add(id);
  for (const child of Object.values(node)) {
    if (typeof child === 'object' && child !== null) addNames(child, names);
  }
  if (kind === 'global') for (const name of (node as { names: readonly string[] }).names) names.add(name);
}

/** With what stands behind its last line. */
function textOf(body: FunctionValue['body'], text: string): string {
  const [first, last] = 'end' in body ? [body, body] : [body[0], body.at(-1)];
  if (!first || !last) return '';
  const lineEnd = text.indexOf('\n', last.end);
  return text.slice(first.start, lineEnd < 0 ? undefined : lineEnd);
}
