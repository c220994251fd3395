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
  const found: number[] = [];
  const end = tape.after(at);
  // each entry comes before what is in it
  for (let entry = at; entry < end && found.length < most; entry = tape.inside(entry))
    if (tape.type(entry) === 'object') addOverridden(found, tape, entry);
  return found.slice(0, most).map(property => {
    const key = tape.inside(property);
    return { name: tape.nameOf(property), span: { start: tape.start(key), end: tape.end(key) } };
  });
}

/** Most objects are small, and there are thousands: of those nothing is made. */
function addOverridden(found: number[], tape: Tape, object: number): void {
  const end = tape.after(object);
  let count = 0;
  for (let at = tape.inside(object); at < end && count <= few; at = tape.after(at)) count++;
  if (count > few) {
    addOverriddenOfMany(found, tape, object);
    return;
  }
  for (let at = tape.inside(object); at < end; at = tape.after(at))
    for (let later = tape.after(at); later < end; later = tape.after(later))
      if (tape.haveOneName(at, later)) {
        found.push(at);
        break;
      }
}

function addOverriddenOfMany(found: number[], tape: Tape, object: number): void {
  const properties: number[] = [];
  const end = tape.after(object);
  for (let at = tape.inside(object); at < end; at = tape.after(at)) properties.push(at);
  const seen = new Set<string>();
  const overridden = properties
    .reverse()
    .filter(property => seen.size === seen.add(tape.nameOf(property)).size)
    .reverse();
  for (const property of overridden) found.push(property);
}
