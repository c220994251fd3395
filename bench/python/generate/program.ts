/** The text of a program from an indented template: what its lines share of indentation is taken away. */
export function program(parts: TemplateStringsArray, ...values: readonly unknown[]): string {
  const raw = parts.reduce((text, part, i) => text + String(values[i - 1]) + part);
  const lines = raw.replace(/^\n/, '').trimEnd().split('\n');
  const shared = Math.min(...lines.filter(line => line.trim()).map(line => line.search(/\S/)));
  return `${lines.map(line => line.slice(shared).trimEnd()).join('\n')}\n`;
}
