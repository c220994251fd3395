import type { Tape } from './tape';

/** How much of a value is made, where not all of it is. */
export interface Beginning {
  /** So many items of a list and fields of an object. */
  readonly most: number;
  /** Fields that are made wherever they stand. */
  readonly names: ReadonlySet<string>;
}

/** The value of an entry, or its beginning; fields without a value are left out. */
export function tapeValue(tape: Tape, at: number, beginning?: Beginning): unknown {
  // far quicker, and the same
  if (tape.strict && !beginning) return JSON.parse(tape.text.slice(tape.start(at), tape.end(at)));
  const most = beginning?.most ?? Number.POSITIVE_INFINITY;
  const end = tape.after(at);
  let count = 0;
  if (tape.type(at) === 'array') {
    const items: unknown[] = [];
    for (let item = tape.inside(at); item < end && count++ < most; item = tape.after(item))
      items.push(tapeValue(tape, item, beginning));
    return items;
  }
  if (tape.type(at) !== 'object') return tape.scalar(at);
  const object: Record<string, unknown> = {};
  for (let property = tape.inside(at); property < end; property = tape.after(property)) {
    const value = tape.valueOf(property);
    if (value === undefined) continue;
    if (count++ >= most && !beginning!.names.has(tape.nameOf(property))) continue;
    setOwn(object, tape.nameOf(property), tapeValue(tape, value, beginning));
  }
  return object;
}

/** As JSON.parse: a field of any name, `__proto__` too. */
function setOwn(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  else object[name] = value;
}
