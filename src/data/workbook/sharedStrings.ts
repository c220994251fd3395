import { DataError } from '../dataError';
import { counted } from '../sentence';
import type { WorkbookParts } from './workbookParts';

/** Letters that are kept in memory. */
const mostLetters = 256e6;

/** The texts that the cells of a workbook share, without their hints at how they are read aloud. */
export async function sharedStrings(parts: WorkbookParts, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let letters = 0;
  let text = '';
  let isText = false;
  let inHint = false;
  await parts.read(part, {
    open(element) {
      if (element === 'si') text = '';
      if (element === 'rPh') inHint = true;
      isText = element === 't' && !inHint;
    },
    close(element) {
      isText = false;
      if (element === 'rPh') inHint = false;
      if (element !== 'si') return;
      letters += text.length;
      if (letters > mostLetters) {
        const limit = counted(mostLetters, 'letter');
        throw new DataError(`${parts.file.name} holds texts of more than ${limit}; save the table as CSV.`, {
          code: 'data-too-big',
        });
      }
      strings.push(text);
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  return strings;
}
