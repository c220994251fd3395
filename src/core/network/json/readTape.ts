import { jsonType, Tape, TapeWriter } from './tape';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const ASTERISK = 0x2a;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Reads JSON with comments and commas after the last item, where it is well-formed, as jsonc-parser does: a test holds the
 * two equal. Undefined where there is any fault, or nothing, or brackets are nested deeper than `maxDepth`.
 */
export function readTape(text: string, maxDepth: number): Tape | undefined {
  return new TapeReader(text, maxDepth).read();
}

/** Each method reads from `at` on, and says whether what it reads is sound. */
class TapeReader {
  readonly #writer: TapeWriter;
  #at = 0;
  #strict = true;

  constructor(
    private readonly text: string,
    private readonly maxDepth: number,
  ) {
    this.#writer = new TapeWriter(text.length);
  }

  read(): Tape | undefined {
    const { text } = this;
    if (!this.#value(0)) return undefined;
    this.#space();
    return this.#at < text.length ? undefined : new Tape(text, this.#writer.entries(), this.#strict);
  }

  #value(depth: number): boolean {
    const c = this.#space();
    if (c === OPEN_BRACE) return depth < this.maxDepth && this.#object(depth);
    if (c === OPEN_BRACKET) return depth < this.maxDepth && this.#array(depth);
    if (c === QUOTE) return this.#string();
    return c === MINUS || isDigit(c) ? this.#number() : this.#word();
  }

  #object(depth: number): boolean {
    const object = this.#writer.open(jsonType.object, this.#at++);
    if (this.#space() !== CLOSE_BRACE) {
      do {
        const property = this.#writer.open(jsonType.property, this.#at);
        if (!this.#string() || this.#space() !== COLON) return false;
        this.#at++;
        if (!this.#value(depth + 1)) return false;
        this.#writer.close(property, this.#at);
      } while (this.#follows(CLOSE_BRACE));
      if (this.text.charCodeAt(this.#at) !== CLOSE_BRACE) return false;
    }
    this.#writer.close(object, ++this.#at);
    return true;
  }

  #array(depth: number): boolean {
    const array = this.#writer.open(jsonType.array, this.#at++);
    if (this.#space() !== CLOSE_BRACKET) {
      do {
        if (!this.#value(depth + 1)) return false;
      } while (this.#follows(CLOSE_BRACKET));
      if (this.text.charCodeAt(this.#at) !== CLOSE_BRACKET) return false;
    }
    this.#writer.close(array, ++this.#at);
    return true;
  }

  /** Goes over a comma, and says whether another item comes after it rather than what closes. */
  #follows(closing: number): boolean {
    if (this.#space() !== COMMA) return false;
    this.#at++;
    if (this.#space() !== closing) return true;
    this.#strict = false;
    return false;
  }

  #string(): boolean {
    const { text } = this;
    if (text.charCodeAt(this.#at) !== QUOTE) return false;
    const string = this.#writer.open(jsonType.string, this.#at);
    let at = this.#at + 1;
    let escaped = false;
    for (;;) {
      const c = text.charCodeAt(at++);
      if (c === QUOTE) break;
      if (c === BACKSLASH) {
        escaped = true;
        const length = escapeLength(text, at);
        if (length === 0) return false;
        at += length;
      } else if (!(c >= SPACE)) return false; // the end of the text is no number
    }
    if (escaped) this.#writer.markEscaped(string);
    this.#at = at;
    this.#writer.close(string, at);
    return true;
  }

  #number(): boolean {
    const { text } = this;
    const number = this.#writer.open(jsonType.number, this.#at);
    let at = this.#at;
    if (text.charCodeAt(at) === MINUS) at++;
    // no digit follows a zero
    let next = text.charCodeAt(at) === ZERO ? at + 1 : digits(text, at);
    if (next === at) return false;
    if (text.charCodeAt(next) === POINT) {
      at = next + 1;
      next = digits(text, at);
      if (next === at) return false;
    }
    const c = text.charCodeAt(next);
    if (c === 0x45 || c === 0x65) {
      const sign = text.charCodeAt(next + 1);
      at = next + (sign === PLUS || sign === MINUS ? 2 : 1);
      next = digits(text, at);
      if (next === at) return false;
    }
    this.#at = next;
    this.#writer.close(number, next);
    return true;
  }

  #word(): boolean {
    const { text } = this;
    const word = ['true', 'false', 'null'].find(one => text.startsWith(one, this.#at));
    if (!word) return false;
    const entry = this.#writer.open(word === 'null' ? jsonType.null : jsonType.boolean, this.#at);
    this.#at += word.length;
    this.#writer.close(entry, this.#at);
    return true;
  }

  /** Goes over space and comments to the next character, which it gives; NaN at the end, and where a comment isn't one. */
  #space(): number {
    const { text } = this;
    for (;;) {
      const c = text.charCodeAt(this.#at);
      if (c === SPACE || c === LINE_FEED || c === CARRIAGE_RETURN || c === TAB) this.#at++;
      else if (c !== SLASH) return c;
      else if (!this.#comment()) return Number.NaN;
    }
  }

  #comment(): boolean {
    const { text } = this;
    this.#strict = false;
    const c = text.charCodeAt(this.#at + 1);
    if (c === ASTERISK) {
      const end = text.indexOf('*/', this.#at + 2);
      if (end >= 0) this.#at = end + 2;
      return end >= 0;
    }
    if (c !== SLASH) return false;
    while (this.#at < text.length && !isLineBreak(text.charCodeAt(this.#at))) this.#at++;
    return true;
  }
}

/** Of what follows a backslash; 0 where it means nothing. */
function escapeLength(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x75) return '"\\/bfnrt'.includes(text.charAt(at) || ' ') ? 1 : 0;
  return /^[0-9a-f]{4}$/i.test(text.slice(at + 1, at + 5)) ? 5 : 0;
}

function digits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(c: number): boolean {
  return c >= ZERO && c <= 0x39;
}

function isLineBreak(c: number): boolean {
  return c === LINE_FEED || c === CARRIAGE_RETURN;
}
