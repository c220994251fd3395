import { quoted } from '../sentence';
import type { ColumnScan } from './columnScan';

/** What becomes of whole numbers beyond 2⁵³ that are read as amounts; none where there are none. */
export function sayRounded({ name, rounded }: ColumnScan): string[] {
  if (rounded === undefined) return [];
  const [read, what] = [BigInt(Number(rounded)), 'has more digits than a number keeps here'];
  return [
    `${name}: ${quoted(rounded)} ${what}, so it is read as ${read}, and so are others beyond 2⁵³ rounded.`,
  ];
}
