import { parser } from 'sax';
import type { ByteStream } from '../bytes/byteStream';
import { DataError } from '../dataError';

/** What a document holds, in its order. Names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML in UTF-8 or UTF-16, and gives the control back after each piece. Entities are not declared: a document that
 * does so is refused, so that none grows.
 */
export async function* readXml(stream: ByteStream, handler: XmlHandler): AsyncGenerator<void, undefined> {
  const reader = parser(true, { position: false });
  let fault: string | undefined;
  reader.onerror = error => {
    fault ??= error.message.split('\n')[0];
    // without it the parser throws the same error again at the next piece
    reader.error = null as unknown as Error;
  };
  reader.ondoctype = () => {
    fault ??= 'it declares a document type';
  };
  reader.onopentag = ({ name, attributes }) =>
    handler.open?.(localName(name), attributes as Record<string, string>);
  reader.onclosetag = name => handler.close?.(localName(name));
  reader.ontext = text => handler.text?.(text);
  reader.oncdata = text => handler.text?.(text);
  const check = () => {
    if (fault === undefined) return;
    throw new DataError(`${stream.name} can't be read as XML: ${fault}.`, { code: 'bad-data-file' });
  };
  let decoder: TextDecoder | undefined;
  try {
    for (let bytes = await stream.next(); bytes; bytes = await stream.next()) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      reader.write(decoded(decoder, stream.name, bytes));
      check();
      yield;
    }
    reader.write(decoder ? decoded(decoder, stream.name) : '').close();
    check();
  } finally {
    await stream.close();
  }
}

/** The same at once. */
export async function readAllXml(stream: ByteStream, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(stream, handler));
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decoded(decoder: TextDecoder, name: string, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new DataError(`${name} can't be read as XML: some of its bytes are no letters.`, {
      code: 'bad-data-file',
    });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
