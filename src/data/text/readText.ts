import type { TokenKind } from '../../core/network/dataSchema';
import { withFile } from '../bytes/sourceFile';
import { withStream } from '../bytes/streamOf';
import { sayEncoding, textEncoding } from '../bytes/textEncoding';
import { decodeText } from '../bytes/textStream';
import { DataError } from '../dataError';
import type { Files } from '../files';
import { bytesText } from '../sentence';
import { tokenise } from './tokenise';

/** Bytes of a text at most: it is held in memory, cut into tokens. */
const most = 16e6;

export interface ReadText {
  readonly tokens: readonly string[];
  /** How it is written, where that has to be said. */
  readonly choices: readonly string[];
}

/** A text file in tokens, every line end as `\n`. A fault where there is none in it, or where it is no text. */
export async function readText(files: Files, address: string, kind: TokenKind): Promise<ReadText> {
  return withFile(files, address, async file => {
    const tooLong = (size: number) => {
      if (size <= most) return;
      throw new DataError(
        `${address} has more than ${bytesText(most)}, which is more text than is read here. Take a part of it.`,
        { code: 'bad-data-file' },
      );
    };
    tooLong(file.size);
    const encoding = await textEncoding(file);
    const text = await withStream(file, async stream => {
      const pieces: string[] = [];
      let length = 0;
      for await (const piece of decodeText(stream, encoding)) {
        tooLong((length += piece.length));
        pieces.push(piece);
      }
      return pieces.join('');
    });
    if (text.trim() === '') {
      const what = text === '' ? 'is empty' : 'holds blanks and line ends only';
      throw new DataError(`${address} ${what}, so there is no text to learn from.`, { code: 'no-examples' });
    }
    return { tokens: [...tokenise(text, kind)], choices: sayEncoding(address, encoding) };
  });
}
