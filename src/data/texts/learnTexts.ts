import type { TokenKind } from '../../core/network/dataSchema';
import { DataError } from '../dataError';
import { inTurns } from '../inTurns';
import type { TextColumn } from '../preprocessing';
import type { Reading } from '../reading';
import { cutText } from './cutText';
import { reserved } from './encodeText';

/** How a column of text is read, where that is said. */
export interface TextSettings {
  readonly tokens?: TokenKind | undefined;
  readonly length?: number | undefined;
  readonly vocabulary?: number | undefined;
  readonly minimumCount?: number | undefined;
}

const mostTokens = 10_000;
/** T of the longest text, at most, where it isn't said: what comes behind hardly changes what a text is about. */
const mostLength: Readonly<Record<TokenKind, number>> = { words: 256, characters: 1024, bytes: 1024 };

/**
 * The vocabulary and the length of the texts in `rows`, the part that is learnt from: its tokens that come often enough, the most
 * frequent first, those alike by their code points.
 */
export async function learnTexts(
  name: string,
  cells: readonly string[],
  rows: Uint32Array | undefined,
  { tokens = 'words', length, vocabulary = mostTokens, minimumCount = 2 }: TextSettings,
  reading?: Reading,
): Promise<TextColumn> {
  const counts = new Map<string, number>();
  let longest = 0;
  const count = (i: number) => {
    const cut = cutText(cells[rows ? rows[i]! : i]!, tokens);
    if (cut.length > longest) longest = cut.length;
    for (const token of cut) counts.set(token, (counts.get(token) ?? 0) + 1);
  };
  await inTurns(rows?.length ?? cells.length, count, reading);
  if (longest === 0) {
    throw new DataError(`All texts of ${name} that are learnt from are empty.`, {
      code: 'no-inputs',
      field: `data.columns.${name}`,
    });
  }
  for (const word of reserved) counts.delete(word);
  const found = [...counts].filter(([, times]) => times >= minimumCount);
  if (found.length === 0) {
    throw new DataError(
      `No ${tokens.slice(0, -1)} of ${name} comes ${minimumCount} times in what is learnt from, so there is nothing to tell texts apart by. Set "minimumCount" to 1, or say "ignore" for ${name} under columns.`,
      { code: 'no-inputs', field: `data.columns.${name}`, suggestions: ['ignore'] },
    );
  }
  found.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const known = found.slice(0, vocabulary - reserved.length).map(([token]) => token);
  return {
    name,
    as: 'text',
    tokens,
    vocabulary: [...reserved, ...known],
    length: length ?? Math.min(longest, mostLength[tokens]),
  };
}
