import { entrySize, type JsonType, type Tape } from './tape';
import { type Beginning, tapeValue } from './tapeValue';

/** Entries of an object from which on its fields are found by an index of them. */
const manyEntries = 100;

/** A value of a text, or a field of an object (`property`: its name, then its value), made when it is looked at. */
export class JsonNode {
  #found: number[] | undefined;
  #children: readonly JsonNode[] | undefined;
  #index: ReadonlyMap<string, number> | undefined;

  constructor(
    readonly tape: Tape,
    readonly at = 0,
    readonly parent?: JsonNode,
    /** One for each entry, so that whoever looks twice sees the same. */
    private readonly made = new Map<number, JsonNode>(),
  ) {}

  get type(): JsonType {
    return this.tape.type(this.at);
  }

  get offset(): number {
    return this.tape.start(this.at);
  }

  get length(): number {
    return this.tape.end(this.at) - this.tape.start(this.at);
  }

  /** How many values, fields and names it is made of. */
  get size(): number {
    return (this.tape.after(this.at) - this.at) / entrySize;
  }

  /** Of an object its fields, of a list its items, of a field its name and its value; of a single value undefined. */
  get children(): readonly JsonNode[] | undefined {
    if (!this.tape.isContainer(this.at)) return undefined;
    this.#children ??= Array.from(this.#places, at => this.#node(at));
    return this.#children;
  }

  /** How many children it has. */
  get count(): number {
    return this.tape.isContainer(this.at) ? this.#places.length : 0;
  }

  /** The same as `children[i]`, without making the others. */
  child(i: number): JsonNode | undefined {
    const at = this.tape.isContainer(this.at) ? this.#places[i] : undefined;
    return at === undefined ? undefined : this.#node(at);
  }

  /** What a text, a number or a word stands for; undefined for what has children. */
  get value(): unknown {
    return this.tape.scalar(this.at);
  }

  /** The field of an object with this name: the last of doubles, as JSON has it. */
  property(name: string): JsonNode | undefined {
    const { tape, at } = this;
    if (this.type !== 'object') return undefined;
    if (this.size > manyEntries) {
      this.#index ??= indexOf(tape, at);
      const property = this.#index.get(name);
      return property === undefined ? undefined : this.#node(property);
    }
    let found: number | undefined;
    const end = tape.after(at);
    for (let property = tape.inside(at); property < end; property = tape.after(property))
      if (tape.isNamed(property, name)) found = property;
    return found === undefined ? undefined : this.#node(found);
  }

  /** The names of the fields of an object that aren't in `known`, each once, up to `most` of them. */
  otherNames(known: ReadonlySet<string>, most: number): string[] {
    const { tape, at } = this;
    const names = new Set<string>();
    const end = tape.after(at);
    for (
      let property = tape.inside(at);
      property < end && names.size < most;
      property = tape.after(property)
    ) {
      const name = tape.nameOf(property);
      if (!known.has(name)) names.add(name);
    }
    return [...names];
  }

  /** All of it as JavaScript has it, or its beginning. */
  toValue(beginning?: Beginning): unknown {
    return tapeValue(this.tape, this.at, beginning);
  }

  /** Entries of the children. */
  get #places(): readonly number[] {
    if (!this.#found) {
      const { tape, at } = this;
      const end = tape.after(at);
      this.#found = [];
      for (let child = tape.inside(at); child < end; child = tape.after(child)) this.#found.push(child);
    }
    return this.#found;
  }

  #node(at: number): JsonNode {
    let node = this.made.get(at);
    if (!node) {
      node = new JsonNode(this.tape, at, this, this.made);
      this.made.set(at, node);
    }
    return node;
  }
}

function indexOf(tape: Tape, object: number): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const end = tape.after(object);
  for (let at = tape.inside(object); at < end; at = tape.after(at)) index.set(tape.nameOf(at), at);
  return index;
}
