/** A word of a line of ARFF: bare, or between quotes, in which even `?` is a text. */
export interface ArffToken {
  readonly text: string;
  readonly quoted: boolean;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * The words of a line, split at commas and blanks, with `{`, `}` and `,` as words of their own; what follows a `%` is a
 * comment. Undefined where a quote isn't closed.
 */
export function arffTokens(line: string): ArffToken[] | undefined {
  const tokens: ArffToken[] = [];
  for (let at = 0; at < line.length; ) {
    const letter = line[at]!;
    if (isBlank(letter)) at++;
    else if (letter === '%') break;
    else if (letter === '{' || letter === '}' || letter === ',') {
      tokens.push({ text: letter, quoted: false });
      at++;
    } else if (letter === "'" || letter === '"') {
      const pieces: string[] = [];
      let from = ++at;
      for (; at < line.length && line[at] !== letter; at++) {
        if (line[at] !== '\\' || at + 1 >= line.length) continue;
        pieces.push(line.slice(from, at), escapes[line[at + 1]!] ?? line[at + 1]!);
        from = at + 2;
        at++;
      }
      if (at >= line.length) return undefined;
      tokens.push({ text: pieces.join('') + line.slice(from, at), quoted: true });
      at++;
    } else {
      const from = at;
      while (at < line.length && !isBlank(line[at]!) && !'{},%'.includes(line[at]!)) at++;
      tokens.push({ text: line.slice(from, at), quoted: false });
    }
  }
  return tokens;
}

function isBlank(letter: string): boolean {
  return letter === ' ' || letter === '\t' || letter === '\r';
}
