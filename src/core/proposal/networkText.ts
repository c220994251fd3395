import type { ProposedLine } from './proposedLayer';

/** Characters of a line of comment. */
const width = 116;

/** One layer a line, as a person would write it, with comments at the top and between layers. */
export function networkText({
  name,
  comments = [],
  data,
  weights,
  layers,
  training,
  view,
}: {
  readonly name: string;
  readonly comments?: readonly string[];
  readonly data: unknown;
  readonly weights?: string;
  readonly layers: readonly ProposedLine[];
  readonly training: Readonly<Record<string, unknown>>;
  readonly view?: unknown;
}): string {
  const settings = Object.entries(training).map(
    ([key, value]) => `    ${JSON.stringify(key)}: ${oneLine(value)}`,
  );
  const last = layers.length - 1;
  return `{
${comments
  .flatMap(wrapped)
  .map(line => `  // ${line}\n`)
  .join('')}  "name": ${JSON.stringify(name)},
${data === undefined ? '' : `  "data": ${oneLine(data)},\n`}${weights === undefined ? '' : `  "weights": ${JSON.stringify(weights)},\n`}  "layers": [
${layers.map((line, i) => `    ${isComment(line) ? `// ${line.comment}` : `${oneLine(line)}${i < last ? ',' : ''}`}\n`).join('')}  ],
  "training": {
${settings.join(',\n')}
  }${view === undefined ? '' : `,\n  "view": ${oneLine(view)}`}
}
`;
}

const isComment = (line: ProposedLine): line is { readonly comment: string } => 'comment' in line;

/** Lines of whole words. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** `{ "id": "input", "type": "input" }`. */
function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`);
  return members.length ? `{ ${members.join(', ')} }` : '{}';
}
