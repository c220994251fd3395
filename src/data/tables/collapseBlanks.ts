/** Text in which blanks part the columns, with one between two of them and none at the ends of lines. In quotes they stay. */
export async function* collapseBlanks(pieces: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + piece;
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end > 0) yield collapsed(text.slice(0, end));
  }
  if (rest) yield collapsed(rest);
}

/** The same of text at hand. */
export function collapsed(text: string): string {
  // every other part stands in quotes
  const parts = text.split('"');
  for (let i = 0; i < parts.length; i += 2) {
    parts[i] = parts[i]!.replace(/[ \t]+/g, ' ')
      .replaceAll('\n ', '\n')
      .replaceAll(' \n', '\n');
  }
  return parts.join('"').replace(/^ | $/g, '');
}
