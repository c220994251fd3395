import type { TokenKind } from '../../core/network/dataSchema';

/** A word with its apostrophes, a line end, or a sign; blanks only part them. */
const words = /[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}_]+)*|\n|[^\s]/gu;

/** The tokens of a text one after the other. Of bytes, those of its UTF-8, each named by two hexadecimal digits. */
export function* tokenise(text: string, kind: TokenKind): Generator<string, undefined> {
  if (kind === 'characters') yield* text;
  else if (kind === 'words') for (const [word] of text.matchAll(words)) yield word;
  else for (const byte of new TextEncoder().encode(text)) yield byte.toString(16).padStart(2, '0');
}

/** A token as it is named among classes and in sentences: what can't be seen has a sign. */
export function tokenName(token: string): string {
  if (token === '\n') return '⏎';
  if (token === ' ') return '␣';
  if (token === '\t') return '⇥';
  return token;
}

/** Tokens as text again: words with blanks between them. */
export function joinTokens(tokens: readonly string[], kind: TokenKind): string {
  if (kind === 'characters') return tokens.join('');
  if (kind === 'words') return tokens.join(' ');
  return new TextDecoder().decode(Uint8Array.from(tokens, byte => Number.parseInt(byte, 16)));
}
