import type { WorkbookParts } from './workbookParts';

/** What a number stands for under a style: a day and perhaps an hour, an hour of no day, or itself. */
export type DateStyle = 'date' | 'time' | undefined;

/** Formats that have a number only (ECMA-376, part 1, 18.8.30), with those of East Asia. */
const builtIn = new Map<number, DateStyle>([
  ...between(14, 17, 'date'),
  ...between(18, 21, 'time'),
  [22, 'date'],
  ...between(27, 36, 'date'),
  [45, 'time'],
  [47, 'time'],
  ...between(50, 58, 'date'),
]);

/** What numbers stand for, by the number of a cell's style. */
export async function dateStyles(parts: WorkbookParts, part: string): Promise<readonly DateStyle[]> {
  const formats = new Map(builtIn);
  const styles: DateStyle[] = [];
  let inCells = false;
  await parts.read(part, {
    open(element, { numFmtId, formatCode }) {
      if (element === 'cellXfs') inCells = true;
      if (element === 'numFmt' && numFmtId && formatCode) formats.set(Number(numFmtId), styleOf(formatCode));
      if (element === 'xf' && inCells) styles.push(formats.get(Number(numFmtId)));
    },
    close(element) {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** What a format code shows: `yyyy\-mm\-dd`, `[$-409]h:mm AM/PM`. A time that counts beyond a day, `[h]:mm`, is a number. */
export function styleOf(code: string): DateStyle {
  // the first section is that of positive numbers; what is quoted, escaped or a colour says nothing
  const plain = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';')[0]!
    .toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(plain)) return undefined;
  const letters = plain.replace(/\[[^[\]]*\]/g, '').replace(/general|am\/pm|a\/p/g, '');
  if (/[yd]/.test(letters)) return 'date';
  if (/[hs]/.test(letters)) return 'time';
  return letters.includes('m') ? 'date' : undefined;
}

function between(from: number, to: number, style: DateStyle): [number, DateStyle][] {
  return Array.from({ length: to - from + 1 }, (_, i) => [from + i, style]);
}
