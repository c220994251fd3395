import type { TextColumn } from '../preprocessing';
import { joinTokens } from '../text/tokenise';
import { padding } from './encodeText';

/** What the network gets of a text, as text: without padding, and with the name of what stands for unknown tokens. */
export function shownText({ vocabulary, tokens }: TextColumn, indices: readonly number[]): string {
  return joinTokens(
    indices.filter(index => index !== padding).map(index => vocabulary[index]!),
    tokens,
  );
}
