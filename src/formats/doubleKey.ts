/** The first key that an object of a JSON text has twice, of which `JSON.parse` would keep the last. The text has been parsed. */
export function doubleKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') open.push(new Set());
    else if (text[at] === '}') open.pop();
    if (text[at] !== '"') continue;
    const begin = at;
    for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++;
    const string = text.slice(begin, at + 1);
    while (isSpace(text[at + 1])) at++;
    if (text[at + 1] !== ':') continue;
    const key = JSON.parse(string) as string;
    const keys = open.at(-1)!;
    if (keys.has(key)) return key;
    keys.add(key);
  }
  return undefined;
}

function isSpace(letter: string | undefined): boolean {
  return letter === ' ' || letter === '\n' || letter === '\r' || letter === '\t';
}
