/** The numbers of the types on the tape. A property is a field of an object, with its name and its value. */
export const jsonType = {
  object: 0,
  array: 1,
  property: 2,
  string: 3,
  number: 4,
  boolean: 5,
  null: 6,
} as const;

export type JsonType = keyof typeof jsonType;

const names = Object.keys(jsonType) as JsonType[];

/** Numbers an entry has: its type, where it starts and ends in the text, and the entry after all that is in it. */
export const entrySize = 4;
const typeBits = 7;
const escapedBit = 8;

/**
 * The values and fields of a text as a list of numbers: each entry before what is in it, a field (`property`) before its
 * name, and that before its value. A megabyte of text is read into it in some milliseconds and leaves little to collect;
 * what somebody looks at becomes a `JsonNode`.
 */
export class Tape {
  constructor(
    readonly text: string,
    readonly entries: Int32Array,
    /** Whether it has neither comments nor commas after the last item: then JSON.parse reads any part of it. */
    readonly strict: boolean,
    /** In a text with faults, values that aren't what stands there: by their entry. */
    private readonly odd?: ReadonlyMap<number, unknown>,
  ) {}

  type(at: number): JsonType {
    return names[this.entries[at]! & typeBits]!;
  }

  /** Whether other entries are in it. */
  isContainer(at: number): boolean {
    return (this.entries[at]! & typeBits) <= jsonType.property;
  }

  start(at: number): number {
    return this.entries[at + 1]!;
  }

  end(at: number): number {
    return this.entries[at + 2]!;
  }

  /** The entry after this one and all that is in it. */
  after(at: number): number {
    return this.entries[at + 3]!;
  }

  /** The first entry inside an object, a list or a field. */
  inside(at: number): number {
    return at + entrySize;
  }

  /** Of a field that is half written there is none. */
  valueOf(property: number): number | undefined {
    const value = this.after(this.inside(property));
    return value < this.after(property) ? value : undefined;
  }

  nameOf(property: number): string {
    return String(this.scalar(this.inside(property)));
  }

  isNamed(property: number, name: string): boolean {
    const key = this.inside(property);
    if (this.isEscaped(key) || this.odd?.has(key)) return this.scalar(key) === name;
    const start = this.start(key) + 1;
    return this.end(key) - start - 1 === name.length && this.text.startsWith(name, start);
  }

  /** Whether two fields are named alike. Names of different lengths aren't looked at, unless one is written with a backslash. */
  haveOneName(one: number, other: number): boolean {
    const [a, b] = [this.inside(one), this.inside(other)];
    const plain = !this.odd && !this.isEscaped(a) && !this.isEscaped(b);
    if (plain && this.end(a) - this.start(a) !== this.end(b) - this.start(b)) return false;
    return this.isNamed(other, this.nameOf(one));
  }

  /** What a text, a number or a word stands for. */
  scalar(at: number): unknown {
    if (this.odd?.has(at)) return this.odd.get(at);
    const { text } = this;
    switch (this.type(at)) {
      case 'string':
        return this.isEscaped(at)
          ? JSON.parse(text.slice(this.start(at), this.end(at)))
          : text.slice(this.start(at) + 1, this.end(at) - 1);
      case 'number':
        return Number(text.slice(this.start(at), this.end(at)));
      case 'boolean':
        return text.startsWith('t', this.start(at));
      case 'null':
        return null;
      default:
        return undefined;
    }
  }

  private isEscaped(at: number): boolean {
    return (this.entries[at]! & escapedBit) !== 0;
  }
}

/** Entries in the order in which they are met. */
export class TapeWriter {
  #entries: Int32Array;
  #length = 0;

  /** @param characters as many as the text has: few texts need more than one number for two of them */
  constructor(characters: number) {
    this.#entries = new Int32Array(Math.max(64, characters >> 1));
  }

  /** Adds an entry that is whole when `close` is called. `type` is of `jsonType`. */
  open(type: number, start: number): number {
    const at = this.#length;
    if (at + entrySize > this.#entries.length) {
      const larger = new Int32Array(2 * this.#entries.length);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#entries[at] = type;
    this.#entries[at + 1] = start;
    this.#length = at + entrySize;
    return at;
  }

  close(at: number, end: number): void {
    this.#entries[at + 2] = end;
    this.#entries[at + 3] = this.#length;
  }

  /** A text in which something is written with a backslash. */
  markEscaped(at: number): void {
    this.#entries[at]! |= escapedBit;
  }

  entries(): Int32Array {
    return this.#entries.subarray(0, this.#length);
  }
}
