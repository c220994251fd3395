import type { TokenKind } from '../../core/network/dataSchema';
import { isGap } from '../tables/gaps';
import { tokenise } from '../text/tokenise';

/**
 * The tokens of a cell. Blanks and line ends of any number are one blank, and words have no capitals: what is said in a cell doesn't
 * depend on them. A gap is an empty text.
 */
export function cutText(cell: string, kind: TokenKind): string[] {
  if (isGap(cell)) return [];
  const text = cell.replace(/\s+/gu, ' ').trim();
  return [...tokenise(kind === 'words' ? text.toLowerCase() : text, kind)];
}
