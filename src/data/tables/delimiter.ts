import Papa from 'papaparse';

const linesLookedAt = 50;
const candidates = [',', '\t', ';', '|', ' '];

/** The delimiter that cuts the first lines into the most equal rows; a comma where there is only one column. */
export function delimiterOf(head: string): string {
  const start = head.split('\n', linesLookedAt).join('\n');
  let best = ',';
  let bestScore = 0;
  for (const delimiter of candidates) {
    const parsed = new Papa.Parser({ delimiter, newline: '\n' }).parse(start, 0, false) as {
      data: string[][];
    };
    const rows = parsed.data.filter(row => row.length > 1 || row[0] !== '');
    const widths = new Map<number, number>();
    for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
    // rows of one width count before the number of columns
    const score = width > 1 ? (count / rows.length) ** 4 * Math.log(width + 1) : 0;
    if (score > bestScore * 1.0001) [best, bestScore] = [delimiter, score];
  }
  return best;
}
