/** Text in which blanks part the columns, with one between two of them and none at the ends of lines. In quotes they stay. */
export async function* collapseBlanks(pieces: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let rest = '';
  let inQuotes = false;
  const collapse = (text: string) => {
    const result = collapsed(text, inQuotes);
    inQuotes = result.inQuotes;
    return result.text;
  };
  for await (const piece of pieces) {
    const text = rest + piece;
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (end > 0) yield collapse(text.slice(0, end));
  }
  if (rest) yield collapse(rest);
}

/** The same of text at hand, which may begin in quotes that are open, and end in them: a piece may end within a cell. */
export function collapsed(text: string, beginsInQuotes = false): { text: string; inQuotes: boolean } {
  // every other part stands in quotes
  const parts = text.split('"');
  for (let i = beginsInQuotes ? 1 : 0; i < parts.length; i += 2) {
    parts[i] = parts[i]!.replace(/[ \t]+/g, ' ')
      .replaceAll('\n ', '\n')
      .replaceAll(' \n', '\n');
  }
  const inQuotes = (parts.length % 2 === 0) !== beginsInQuotes;
  if (!beginsInQuotes) parts[0] = parts[0]!.replace(/^ /, '');
  if (!inQuotes) parts[parts.length - 1] = parts.at(-1)!.replace(/ $/, '');
  return { text: parts.join('"'), inQuotes };
}
