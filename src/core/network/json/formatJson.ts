/** How the text around a new value is laid out. */
export interface Layout {
  /** `\n` or `\r\n`. */
  readonly eol: string;
  /** One step of indentation: two spaces, a tab. */
  readonly step: string;
  /** Whether objects on one line have a space inside their braces. */
  readonly padded: boolean;
  /** After a colon and a comma: a space, or nothing where the whole text is written without. */
  readonly space: string;
}

export function layoutOf(text: string): Layout {
  const step = /\n([ \t]+)["/]/.exec(text)?.[1] ?? '  ';
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    step,
    padded: !/\{"/.test(text) || /\{ "/.test(text),
    space: /":\S/.test(text) && !/": /.test(text) ? '' : ' ',
  };
}

/** A value on one line: `{ "type": "normal", "scale": 0.01 }`, `[1, 2]`. */
export function formatOneLine(value: unknown, layout: Layout): string {
  if (Array.isArray(value))
    return `[${value.map(item => formatOneLine(item, layout)).join(`,${layout.space}`)}]`;
  if (isObject(value)) {
    const fields = writtenEntries(value).map(
      ([key, field]) => `${JSON.stringify(key)}:${layout.space}${formatOneLine(field, layout)}`,
    );
    if (fields.length === 0) return '{}';
    const body = fields.join(`,${layout.space}`);
    return layout.padded ? `{ ${body} }` : `{${body}}`;
  }
  return formatScalar(value);
}

/** An object with a field a line, their values on one line each; `indent` stands before its closing brace. */
export function formatManyLines(value: unknown, layout: Layout, indent: string): string {
  if (!isObject(value) || writtenEntries(value).length === 0) return formatOneLine(value, layout);
  const fields = writtenEntries(value).map(
    ([key, field]) => `${indent}${layout.step}${JSON.stringify(key)}: ${formatOneLine(field, layout)}`,
  );
  return `{${layout.eol}${fields.join(`,${layout.eol}`)}${layout.eol}${indent}}`;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers as a person writes them: 0.0000001 is 1e-7; what JSON can't hold is null. */
function formatScalar(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

function writtenEntries(value: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}
