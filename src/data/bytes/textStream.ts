import { DataError } from '../dataError';
import type { ByteStream } from './byteStream';

/** Text that comes in pieces, with every line end as `\n` and without a byte-order mark. */
export interface TextStream {
  /** As the web calls it: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  readonly pieces: AsyncGenerator<string, undefined>;
}

/** Decodes bytes as the byte-order mark says, else as UTF-8, else, where they can't be UTF-8, as Windows' Latin letters. */
export async function decodeText(stream: ByteStream): Promise<TextStream> {
  const first = (await stream.next()) ?? new Uint8Array(0);
  const encoding = encodingOf(first);
  if (!encoding.startsWith('utf-16') && first.includes(0)) {
    throw new DataError(`${stream.name} isn't text: it holds zero bytes.`, { code: 'bad-data-file' });
  }
  return { encoding, pieces: pieces(stream, first, encoding) };
}

async function* pieces(
  stream: ByteStream,
  first: Uint8Array,
  encoding: string,
): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder(encoding);
  let heldReturn = '';
  for (let bytes: Uint8Array | undefined = first; bytes; bytes = await stream.next()) {
    let text = heldReturn + decoder.decode(bytes, { stream: true });
    // whether a newline follows is only known with the next bytes
    heldReturn = text.endsWith('\r') ? '\r' : '';
    if (heldReturn) text = text.slice(0, -1);
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
  const rest = heldReturn + decoder.decode();
  if (rest) yield rest.replace(/\r\n?/g, '\n');
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    // `stream` forgives a letter that is cut in two by the end of the piece
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
