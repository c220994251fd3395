import type { Span } from '../../problem';
import type { JsonNode } from './jsonNode';
import type { Tape } from './tape';

/** Fields up to which two at a time are compared. */
const few = 8;

export interface Double {
  readonly name: string;
  /** Of the name. */
  readonly span: Span;
}

/** The fields that are written twice in one object, anywhere below `root`: those that are overridden, up to `most`. */
export function doubles({ tape, at }: JsonNode, most = Number.POSITIVE_INFINITY): Double[] {
  const found: Double[] = [];
  const end = tape.after(at);
  // each entry comes before what is in it
  for (let entry = at; entry < end && found.length < most; entry = tape.inside(entry)) {
    if (tape.type(entry) === 'object')
      for (const property of overridden(tape, entry)) {
        const key = tape.inside(property);
        found.push({ name: tape.nameOf(property), span: { start: tape.start(key), end: tape.end(key) } });
      }
  }
  return found.slice(0, most);
}

function overridden(tape: Tape, object: number): number[] {
  const properties: number[] = [];
  const end = tape.after(object);
  for (let at = tape.inside(object); at < end; at = tape.after(at)) properties.push(at);
  if (properties.length <= few)
    return properties.filter((property, i) => {
      const name = tape.nameOf(property);
      return properties.slice(i + 1).some(later => tape.isNamed(later, name));
    });
  const seen = new Set<string>();
  return properties
    .reverse()
    .filter(property => seen.size === seen.add(tape.nameOf(property)).size)
    .reverse();
}
