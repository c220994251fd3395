/**
 * A Markdown table whose columns also line up as plain text: the first to the left, the others to the right.
 *
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const widths = head.map((title, i) => Math.max(3, ...[title, ...rows.map(row => row[i])].map(width)));
  const line = cells => `| ${cells.map((cell, i) => pad(cell, widths[i], i > 0)).join(' | ')} |`;
  const rule = widths.map((size, i) => (i === 0 ? '-'.repeat(size) : `${'-'.repeat(size - 1)}:`));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Characters, not code units: × and ≤ are one. */
const width = text => [...text].length;

function pad(text, size, right) {
  const gap = ' '.repeat(size - width(text));
  return right ? gap + text : text + gap;
}
