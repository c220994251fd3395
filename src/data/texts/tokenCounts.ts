import { inTurns } from '../inTurns';
import type { TextColumn } from '../preprocessing';
import type { Reading } from '../reading';
import { counted, listed, quoted } from '../sentence';
import { cutText } from './cutText';
import { indexOfTokens } from './encodeText';

/** What becomes of texts that are read with a vocabulary and a length. */
export interface TokenCounts {
  readonly texts: number;
  readonly tokens: number;
  /** How many of the tokens the vocabulary doesn't hold, and which, each once, as they come. */
  readonly unknown: number;
  readonly names: readonly string[];
  /** Texts of which the end is cut off, and texts without a token. */
  readonly cut: number;
  readonly empty: number;
  /** Tokens of the longest. */
  readonly longest: number;
}

/** Goes through texts: those of `rows`, or all of them. */
export async function countTokens(
  column: TextColumn,
  cells: readonly string[],
  rows?: Uint32Array,
  reading?: Reading,
): Promise<TokenCounts> {
  const index = indexOfTokens(column);
  const names = new Set<string>();
  let [tokens, unknown, cut, empty, longest] = [0, 0, 0, 0, 0];
  const texts = rows?.length ?? cells.length;
  const look = (i: number) => {
    const found = cutText(cells[rows ? rows[i]! : i]!, column.tokens);
    tokens += found.length;
    longest = Math.max(longest, found.length);
    if (found.length === 0) empty++;
    if (found.length > column.length) cut++;
    for (const token of found) {
      if (index.has(token)) continue;
      unknown++;
      names.add(token);
    }
  };
  await inTurns(texts, look, reading);
  return { texts, tokens, unknown, names: [...names], cut, empty, longest };
}

/** What is said of the texts that are learnt from and of those that aren't, a sentence each. */
export function sayTexts(column: TextColumn, train: TokenCounts, test: TokenCounts | undefined): string[] {
  const { name, tokens: kind, vocabulary, length } = column;
  const one = kind.slice(0, -1);
  const both = test ? [train, test] : [train];
  const sum = (count: (counts: TokenCounts) => number) =>
    both.reduce((total, counts) => total + count(counts), 0);
  const [cut, empty] = [sum(counts => counts.cut), sum(counts => counts.empty)];
  const longest = Math.max(...both.map(counts => counts.longest));
  const shown = vocabulary.slice(2, 10).map(quoted);
  return [
    `${name}: ${counted(vocabulary.length - 2, `different ${one}`, `different ${kind}`)} (${shown.join(', ')}${vocabulary.length > 10 ? ', …' : ''}), <other> for all others and <padding>.`,
    `An example is ${counted(length, one, kind)}: shorter texts are padded at their end, ${cut === 0 ? 'and none is longer' : `and ${cut} of ${sum(counts => counts.texts)} ${cut === 1 ? 'is' : 'are'} cut (the longest has ${longest})`}.`,
    `${share(train, one, kind)} in the training set ${train.unknown === 1 ? 'is' : 'are'} <other>${test ? `, and ${share(test, one, kind)} in the test set` : ''}.`,
    ...(empty > 0
      ? [`${counted(empty, 'text')} of ${name} ${empty === 1 ? 'is' : 'are'} empty, all padding.`]
      : []),
  ];
}

function share({ unknown, tokens }: TokenCounts, one: string, kind: string): string {
  const percent = tokens === 0 ? 0 : Number(((100 * unknown) / tokens).toPrecision(2));
  return `${unknown} of ${counted(tokens, one, kind)} (${percent} %)`;
}

/** What is said of texts to predict, each with its place. */
export function notesOnTexts(
  column: TextColumn,
  cells: readonly string[],
  counts: TokenCounts,
  place: (i: number) => string,
): string[] {
  const { name, tokens: kind, length } = column;
  const first = (isSo: (tokens: readonly string[]) => boolean) =>
    place(cells.findIndex(cell => isSo(cutText(cell, kind))));
  const more = (count: number) => (count > 1 ? ` (and ${counted(count - 1, 'more row')})` : '');
  const { unknown, names, cut, empty } = counts;
  const notes: string[] = [];
  if (unknown > 0) {
    const index = indexOfTokens(column);
    const where = first(tokens => tokens.some(token => !index.has(token)));
    const [was, counting] = names.length === 1 ? ["wasn't", 'counts'] : ["weren't", 'count'];
    notes.push(
      `${where}: ${listed(names.map(quoted), 6)} in ${name} ${was} among the ${kind} of the training, so ${names.length === 1 ? 'it' : 'they'} ${counting} as <other>${cells.length > 1 ? ` (${unknown} of ${counted(counts.tokens, kind.slice(0, -1), kind)} in all rows)` : ''}.`,
    );
  }
  if (cut > 0)
    notes.push(
      `${first(tokens => tokens.length > length)}: the text in ${name} is longer than ${counted(length, kind.slice(0, -1), kind)}, so its end is cut off${more(cut)}.`,
    );
  if (empty > 0)
    notes.push(
      `${first(tokens => tokens.length === 0)}: there is no text in ${name}, so it is all padding${more(empty)}.`,
    );
  return notes;
}
