import type { TokenKind } from '../../core/network/dataSchema';
import { DataError } from '../dataError';
import { inTurns } from '../inTurns';
import type { TextReading } from '../preprocessing';
import type { Reading } from '../reading';
import { counted } from '../sentence';

/** The tokens that there are. */
export type Vocabulary = Omit<TextReading, 'lead'>;

/** Different tokens that are told apart at most: their indices fit in two bytes. */
const most = 65_536;
/** What stands for all tokens that aren't in the vocabulary. */
const others = '<other>';

/**
 * The tokens that come in a text in the order of their code points, or, where there are more than `limit`, the most frequent ones
 * with one for the others.
 */
export async function vocabularyOf(
  tokens: readonly string[],
  kind: TokenKind,
  limit: number | undefined,
  name: string,
  reading?: Reading,
): Promise<Vocabulary> {
  const counts = new Map<string, number>();
  await inTurns(tokens.length, i => counts.set(tokens[i]!, (counts.get(tokens[i]!) ?? 0) + 1), reading);
  const found = [...counts.keys()];
  if (limit === undefined && found.length > most) {
    throw new DataError(
      `${name} has ${counted(found.length, `different ${kind.slice(0, -1)}`, `different ${kind}`)}, and at most ${most} are told apart. Set "vocabulary" to how many of the most frequent ones are to be: 5000.`,
      {
        code: 'bad-value',
        field: 'data.vocabulary',
        fixes: [{ title: 'Set "vocabulary" to 5000', path: ['data', 'vocabulary'], value: '5000' }],
      },
    );
  }
  if (limit === undefined || found.length <= limit)
    return { tokens: kind, vocabulary: found.sort(), others: false };
  const frequent = found.sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
  return { tokens: kind, vocabulary: [...frequent.slice(0, limit - 1).sort(), others], others: true };
}

/** What a token that isn't in the vocabulary is, where none stands for the others. */
export const unknown = 0xffffffff;

/** The indices of tokens in a vocabulary, `unknown` for those that have none. */
export async function indicesOf(
  tokens: readonly string[],
  { vocabulary, others }: Vocabulary,
  reading?: Reading,
): Promise<Uint32Array> {
  const index = new Map(vocabulary.map((token, i) => [token, i]));
  const last = vocabulary.length - 1;
  // the text may hold what the last one is called by
  if (others) index.delete(vocabulary[last]!);
  const indices = new Uint32Array(tokens.length);
  const missing = others ? last : unknown;
  await inTurns(
    tokens.length,
    i => {
      indices[i] = index.get(tokens[i]!) ?? missing;
    },
    reading,
  );
  return indices;
}
