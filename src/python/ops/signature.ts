/** A parameter of a table's signature. */
export interface SignaturePart {
  readonly name: string;
  readonly star?: '*' | '**';
  readonly optional: boolean;
  readonly keywordOnly: boolean;
}

const parsed = new Map<string, readonly SignaturePart[]>();

/** Reads `a, axis=None, *rest, keepdims=False, **extra`; each text once. */
export function signature(text: string): readonly SignaturePart[] {
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
  parsed.set(text, parts);
  return parts;
}
