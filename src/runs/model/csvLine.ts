/** A line of a CSV file (RFC 4180), ended. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell => csvCell(String(cell))).join(',')}\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
