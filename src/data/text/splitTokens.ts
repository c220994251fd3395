import { Random } from '../../core/random';
import { type Split, testCount } from '../split';

/** The tokens to learn from, and those for the test set; undefined where there is none. */
export interface SplitTokens {
  readonly train: readonly string[];
  readonly test: readonly string[] | undefined;
}

/**
 * The end of a text as the test set, or lines drawn by the seed: so that no token is in both. The first lines of
 * `np.random.RandomState(seed).permutation(lines)` are the test set, each set in the order of the text.
 */
export function splitTokens(
  tokens: readonly string[],
  lineEnd: string,
  by: 'place' | 'lines',
  split: Split,
): SplitTokens {
  if (by === 'place') {
    const count = testCount(tokens.length, split);
    if (count === 0) return { train: tokens, test: undefined };
    return { train: tokens.slice(0, -count), test: tokens.slice(-count) };
  }
  const lines: (readonly string[])[] = [];
  for (let from = 0; from < tokens.length; ) {
    const end = tokens.indexOf(lineEnd, from);
    const next = end < 0 ? tokens.length : end + 1;
    // the last line may have no end, and it need not stay the last
    lines.push(end < 0 ? [...tokens.slice(from), lineEnd] : tokens.slice(from, next));
    from = next;
  }
  const count = testCount(lines.length, split);
  if (count === 0) return { train: tokens, test: undefined };
  const chosen = new Set(new Random(split.seed).permutation(lines.length).slice(0, count));
  return {
    train: lines.filter((_, i) => !chosen.has(i)).flat(),
    test: lines.filter((_, i) => chosen.has(i)).flat(),
  };
}
