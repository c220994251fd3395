import { DataError } from '../dataError';
import { listed } from '../sentence';
import { formats } from './formats/all';
import { type Picture, type PictureSize, pixelLimit } from './picture';

/** Whether a file's first bytes are those of a picture that can be read. */
export function isImage(head: Uint8Array): boolean {
  return formats.some(format => format.recognises(head));
}

/** Whether a file's name is that of a picture. */
export function hasImageName(name: string): boolean {
  const lower = name.toLowerCase();
  return formats.some(({ extensions }) => extensions.some(extension => lower.endsWith(extension)));
}

/** Width, height and channels from the first bytes of a picture; undefined where they don't reach that far. */
export function imageSize(head: Uint8Array, name: string): PictureSize | undefined {
  const size = formatOf(head, name).size(head);
  if (size) checkSize(size, name);
  return size;
}

/** A picture from the bytes of its file. `name` begins the sentence of a fault. */
export function readImage(bytes: Uint8Array, name: string): Picture {
  const format = formatOf(bytes, name);
  const size = format.size(bytes);
  if (!size) throw damaged(name, format.title, 'its size is missing');
  checkSize(size, name);
  try {
    return format.decode(bytes, size);
  } catch (error) {
    throw damaged(name, format.title, error instanceof Error ? error.message : String(error));
  }
}

function formatOf(bytes: Uint8Array, name: string) {
  const format = formats.find(candidate => candidate.recognises(bytes));
  if (format) return format;
  throw new DataError(
    `${name} isn't a picture of a known format (${listed(formats.map(({ title }) => title))}).`,
    { code: 'bad-data-file' },
  );
}

function checkSize({ width, height }: PictureSize, name: string): void {
  if (width === 0 || height === 0)
    throw new DataError(`${name} is ${width} × ${height} pixels: it is empty or damaged.`, {
      code: 'bad-data-file',
    });
  if (width * height <= pixelLimit) return;
  throw new DataError(
    `${name} is ${width} × ${height} pixels; pictures of up to ${pixelLimit / 1e6} million pixels can be read.`,
    { code: 'data-too-big' },
  );
}

function damaged(name: string, title: string, reason: string): DataError {
  return new DataError(`${name} can't be read as ${title}: ${reason.replace(/\.$/, '')}.`, {
    code: 'bad-data-file',
  });
}
