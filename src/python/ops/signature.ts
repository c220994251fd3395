/** A parameter of a table's signature. */
export interface SignaturePart {
  readonly name: string;
  readonly star?: '*' | '**';
  readonly optional: boolean;
  readonly keywordOnly: boolean;
}

export interface Signature {
  readonly parts: readonly SignaturePart[];
  /** The names that arguments without a name go to, in order. */
  readonly places: readonly string[];
  /** Those that an argument may be given by. */
  readonly names: ReadonlySet<string>;
  readonly required: readonly string[];
  readonly takesRest: boolean;
  readonly takesExtra: boolean;
}

const parsed = new Map<string, Signature>();

/** Reads `a, axis=None, *rest, keepdims=False, **extra`; each text once. */
export function signature(text: string): Signature {
  const known = parsed.get(text);
  if (known) return known;
  let keywordOnly = false;
  const parts: SignaturePart[] = [];
  for (const written of text.split(',').map(part => part.trim())) {
    if (written === '') continue;
    const [, star, name, value] = /^(\**)(\w*)\s*(=.*)?$/.exec(written) ?? [];
    if (star === '*') keywordOnly = true;
    if (!name) continue;
    parts.push({
      name,
      ...(star && { star: star as '*' | '**' }),
      optional: value !== undefined || star !== '',
      keywordOnly: keywordOnly && star === '',
    });
  }
  const plain = parts.filter(part => part.star === undefined);
  const read: Signature = {
    parts,
    places: plain.filter(part => !part.keywordOnly).map(part => part.name),
    names: new Set(plain.map(part => part.name)),
    required: parts.filter(part => !part.optional).map(part => part.name),
    takesRest: parts.some(part => part.star === '*'),
    takesExtra: parts.some(part => part.star === '**'),
  };
  parsed.set(text, read);
  return read;
}
