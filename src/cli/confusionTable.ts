import { columns } from './columns';

/** Lines of a confusion matrix: a row for each true class, a column for each predicted one. */
export function confusionTable(
  confusion: readonly (readonly number[])[],
  classes?: readonly string[],
): string[] {
  const names = confusion.map((_, i) => (classes?.[i] ?? String(i)).slice(0, 16));
  const head = ['true \\ predicted', ...names];
  const rows = confusion.map((row, i) => [names[i]!, ...row.map(String)]);
  return columns([head, ...rows], new Set(names.map((_, i) => i + 1)));
}
