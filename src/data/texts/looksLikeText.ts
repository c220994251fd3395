import type { ColumnScan } from '../tables/columnScan';

/** Words from which on a cell is more than a name. */
const aFew = 3;
/** The share of a column's words that are in other cells too: names and codes hardly share any. */
const sharedWords = 0.3;

/** The share of words with a capital up to which they are a text: those of names and titles have one. */
const capitals = 0.5;

/**
 * Whether most cells of a column are texts of several words, and many of the words come in other cells too, as those of a language do
 * and those of names and codes don't. What stands in capitals, as names do, has to be asked for.
 */
export function looksLikeText({ sample, declared }: ColumnScan): boolean {
  if (declared) return false;
  const cells = sample.cells
    .filter(cell => cell.trim() !== '')
    .map(cell => cell.split(/\s+/u).filter(word => /\p{L}/u.test(word)));
  if (cells.length === 0) return false;
  const long = cells.filter(words => words.length >= aFew).length;
  if (long < cells.length / 2) return false;
  const words = cells.flat();
  if (words.filter(word => /^\P{L}*\p{Lu}/u.test(word)).length > capitals * words.length) return false;
  const counts = new Map<string, number>();
  let all = 0;
  for (const words of cells) {
    const different = new Set(words.map(word => word.toLowerCase()));
    all += different.size;
    for (const word of different) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let shared = 0;
  for (const count of counts.values()) if (count > 1) shared += count;
  return shared >= sharedWords * all;
}
