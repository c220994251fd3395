import type { TextColumn } from '../preprocessing';
import type { CellEncoder } from '../tables/encoding';
import { cutText } from './cutText';

/** Index of what is put behind a text that is shorter than others. */
export const padding = 0;
/** Index of all tokens that the vocabulary doesn't hold. */
export const other = 1;
/** What they are called in the vocabulary. */
export const reserved = ['<padding>', '<other>'] as const;

/** The index of each token; undefined for one that isn't in the vocabulary, or that is called as what is reserved. */
export function indexOfTokens({ vocabulary }: Pick<TextColumn, 'vocabulary'>): Map<string, number> {
  const index = new Map(vocabulary.map((token, i) => [token, i]));
  for (const name of reserved) index.delete(name);
  return index;
}

/** Writes the indices of a cell's first tokens, and padding behind them. */
export function encodeText(column: TextColumn): CellEncoder {
  const index = indexOfTokens(column);
  const { tokens: kind, length } = column;
  return (cell, into, at) => {
    const tokens = cutText(cell, kind);
    for (let t = 0; t < length; t++) {
      const token = tokens[t];
      into[at + t] = token === undefined ? padding : (index.get(token) ?? other);
    }
  };
}
