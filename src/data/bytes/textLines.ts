import { DataError } from '../dataError';
import { type Reading, report } from '../reading';
import type { SourceFile } from './sourceFile';
import { streamOf } from './streamOf';
import type { TextEncoding } from './textEncoding';
import { decodeText } from './textStream';

const lineLimit = 16 * 2 ** 20;

/** Some lines of a text, without their ends; the number of the first, from 1. */
export interface TextLines {
  readonly lines: readonly string[];
  readonly from: number;
}

/** The lines of a text file, some at a time. */
export async function* textLines(
  file: SourceFile,
  encoding: TextEncoding,
  reading?: Reading,
): AsyncGenerator<TextLines, undefined> {
  const stream = await streamOf(file);
  let from = 1;
  try {
    let rest = '';
    for await (const piece of decodeText(stream, encoding)) {
      // only what is new is gone through, since a line may be of many pieces
      const lines = piece.split('\n');
      lines[0] = rest + lines[0]!;
      rest = lines.pop()!;
      if (rest.length > lineLimit) {
        throw new DataError(`${file.name}, line ${from + lines.length}, is too long for a row.`, {
          code: 'bad-data-file',
        });
      }
      if (lines.length > 0) yield { lines, from };
      from += lines.length;
      report(reading, stream.taken / file.size);
    }
    if (rest) yield { lines: [rest], from };
  } finally {
    await stream.close();
  }
}
