import { DataError } from '../dataError';
import type { SourceFile } from './sourceFile';
import { withStream } from './streamOf';

/** As the web calls them. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What Windows-1252 has no letter for; a decoder makes control characters of them without a word. */
const noLetters = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * The encoding of a text, by all its bytes: as a byte-order mark says, else UTF-16 where every other byte is zero, else UTF-8
 * where the whole file is, else Windows' Latin letters. A byte that is none of those is a fault: the text is of some other
 * encoding, which nothing in it tells.
 */
export function textEncoding(file: SourceFile): Promise<TextEncoding> {
  return withStream(file, async stream => {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let isUtf8 = true;
    let isFirst = true;
    /** Whether the piece before may have ended inside a letter. */
    let isCut = false;
    let strange: number | undefined;
    for (let bytes = await stream.next(); bytes; bytes = await stream.next()) {
      if (isFirst) {
        if (isUtf32(bytes))
          throw new DataError(`${file.name} is text in UTF-32, which isn't read here. Save it as UTF-8.`, {
            code: 'bad-data-file',
          });
        const wide = utf16Of(bytes);
        if (wide) return wide;
        isFirst = false;
      }
      if (bytes.includes(0)) {
        throw new DataError(`${file.name} isn't text: it holds zero bytes.`, { code: 'bad-data-file' });
      }
      // most texts are ASCII, which needs no decoding, unless the piece before ended inside a letter
      const plain = isAscii(bytes);
      isUtf8 = isUtf8 && (isCut || !plain ? goesOn(decoder, bytes) : true);
      if (!plain) strange ??= noLetters.find(byte => bytes.includes(byte));
      isCut = isUtf8 && bytes.length > 0 && bytes[bytes.length - 1]! > 127;
    }
    if (isUtf8 && goesOn(decoder)) return 'utf-8';
    if (strange === undefined) return 'windows-1252';
    throw new DataError(
      `${file.name} is neither UTF-8 nor Windows-1252: it holds the byte 0x${strange.toString(16).toUpperCase()}, which is no letter there. Save it as UTF-8.`,
      { code: 'bad-data-file' },
    );
  });
}

/** The encoding in a sentence of the choices, where a reader should be told. */
export function sayEncoding(name: string, encoding: TextEncoding): string[] {
  if (encoding === 'utf-8') return [];
  if (encoding === 'windows-1252') return [`${name} isn't UTF-8, so it is read as Windows-1252.`];
  return [`${name} is read as UTF-16.`];
}

/** Whether all bytes are below 128, looked at four at a time. */
function isAscii(bytes: Uint8Array): boolean {
  const head = Math.min(bytes.length, (4 - (bytes.byteOffset & 3)) & 3);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + head, (bytes.length - head) >> 2);
  for (let i = 0; i < head; i++) if (bytes[i]! > 127) return false;
  for (let i = 0; i < words.length; i++) if ((words[i]! & 0x80808080) !== 0) return false;
  for (let i = head + 4 * words.length; i < bytes.length; i++) if (bytes[i]! > 127) return false;
  return true;
}

function goesOn(decoder: TextDecoder, bytes?: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** By its byte-order mark: that of UTF-16 with two zeros behind it, or before it, which no text in UTF-16 begins with. */
function isUtf32([a, b, c, d]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
}

function utf16Of(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, 512) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]!++;
  if (length < 4 || zeros[0]! + zeros[1]! < length / 4) return undefined;
  return zeros[0] === 0 ? 'utf-16le' : zeros[1] === 0 ? 'utf-16be' : undefined;
}
