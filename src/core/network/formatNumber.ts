/** A number in a sentence, to four digits: `17,010`, `0.002`, `−3`. */
export function formatNumber(value: number): string {
  const rounded = Number(value.toPrecision(4));
  const size = Math.abs(rounded);
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return String(rounded).replace('-', '−');
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 8 }).replace('-', '−');
}
