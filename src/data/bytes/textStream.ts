import { DataError } from '../dataError';
import type { ByteStream } from './byteStream';
import type { TextEncoding } from './textEncoding';

/** The bytes as text, in pieces, with every line end as `\n` and without a byte-order mark. */
export async function* decodeText(
  stream: ByteStream,
  encoding: TextEncoding,
): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let heldReturn = '';
  for (let bytes = await stream.next(); bytes; bytes = await stream.next()) {
    let text = heldReturn + decoded(decoder, stream, encoding, bytes);
    // whether a newline follows is only known with the next bytes
    heldReturn = text.endsWith('\r') ? '\r' : '';
    if (heldReturn) text = text.slice(0, -1);
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
  const rest = heldReturn + decoded(decoder, stream, encoding);
  if (rest) yield rest.replace(/\r\n?/g, '\n');
}

function decoded(decoder: TextDecoder, { name }: ByteStream, encoding: string, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new DataError(
      `${name} isn't text in ${encoding.toUpperCase()}: some of its bytes are no letters.`,
      {
        code: 'bad-data-file',
      },
    );
  }
}
