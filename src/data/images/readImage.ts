import { DataError } from '../dataError';
import { bytesBeyond, bytesText, listed } from '../sentence';
import { formats } from './formats/all';
import type { ImageFormat, PictureHeader } from './formats/format';
import { upright, uprightSize } from './orientation';
import type { Picture } from './picture';

/** What decoding a picture may take; one that claims more is refused before it is decoded. */
export const memoryLimit = 600e6;

/** The formats that are read, as a sentence names them. */
export const readFormats = listed(
  formats.map(({ title }) => title),
  20,
);

/** Whether a file's first bytes are those of a picture that can be read. */
export function isImage(head: Uint8Array): boolean {
  return formats.some(format => format.recognises(head));
}

/** Whether a file's name is that of a picture. */
export function hasImageName(name: string): boolean {
  const lower = name.toLowerCase();
  return formats.some(({ extensions }) => extensions.some(extension => lower.endsWith(extension)));
}

/** A picture's header with its format; width and height are those of the upright picture. */
export interface FoundHeader extends PictureHeader {
  readonly format: ImageFormat;
}

/**
 * What the first bytes of a picture claim, held against what can be read and what a file of `size` bytes can hold;
 * undefined where they don't reach that far, though the file does. `name` begins the sentence of a fault.
 */
export function imageHeader(head: Uint8Array, name: string, size: number): FoundHeader | undefined {
  const format = formatOf(head, name);
  const header = headerIn(format, head, name);
  if (!header && head.length === size) throw damaged(name, format.title, 'it is cut off');
  if (!header) return undefined;
  checkHeader(header, format, name, size);
  return { ...uprightSize(header, header.orientation), format };
}

/** The upright picture in the bytes of a file. */
export async function readImage(bytes: Uint8Array, name: string): Promise<Picture> {
  const format = formatOf(bytes, name);
  const header = headerIn(format, bytes, name);
  if (!header) throw damaged(name, format.title, 'it is cut off');
  checkHeader(header, format, name, bytes.length);
  try {
    return upright(await format.decode(bytes, header), header.orientation);
  } catch (error) {
    throw damaged(name, format.title, reasonOf(error));
  }
}

function formatOf(bytes: Uint8Array, name: string): ImageFormat {
  const format = formats.find(candidate => candidate.recognises(bytes));
  if (format) return format;
  throw new DataError(
    bytes.length === 0 ? `${name} is empty.` : `${name} isn't a picture of a known format (${readFormats}).`,
    { code: 'bad-picture' },
  );
}

function headerIn(format: ImageFormat, bytes: Uint8Array, name: string): PictureHeader | undefined {
  try {
    return format.header(bytes);
  } catch (error) {
    throw damaged(name, format.title, reasonOf(error));
  }
}

function checkHeader(header: PictureHeader, format: ImageFormat, name: string, size: number): void {
  const { width, height, memory, least } = header;
  if (width === 0 || height === 0)
    throw new DataError(`${name} is ${width} × ${height} pixels: it is empty or damaged.`, {
      code: 'bad-picture',
    });
  if (least > size) {
    const claim = `it says ${width} × ${height} pixels, more than ${bytesText(size)} can hold, so it is cut off or of one colour`;
    throw damaged(name, format.title, claim);
  }
  if (memory <= memoryLimit) return;
  const [needed, room] = bytesBeyond(memory, memoryLimit);
  const what = `which takes ${needed} to read; pictures that take up to ${room} are read`;
  throw new DataError(`${name} is ${width} × ${height} pixels, ${what}. Make it smaller.`, {
    code: 'bad-picture',
  });
}

function damaged(name: string, title: string, reason: string): DataError {
  return new DataError(`${name} can't be read as ${title}: ${reason.replace(/\.$/, '')}.`, {
    code: 'bad-picture',
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
