import { type SourceFile, withFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import type { Files } from '../files';
import { bytesText } from '../sentence';
import { type Picture, type PictureSize, withChannels } from './picture';
import { type FoundHeader, imageHeader, readImage } from './readImage';
import { resize } from './resize';

/** Most headers are this short; some cameras put a small picture before the large one. */
const heads = [16 * 1024, 256 * 1024];
const tailBytes = 64;
const fileLimit = 256 * 2 ** 20;

/** What the header of a picture file tells, from its first bytes where they reach that far. */
export function openImageHeader(files: Files, address: string): Promise<FoundHeader> {
  return withFile(files, address, async file => (await headerOf(file, address)).header);
}

/** The same of a file that is whole: where its end looks odd, it is decoded. */
export function inspectImage(files: Files, address: string): Promise<FoundHeader> {
  return withFile(files, address, async file => {
    const { head, header } = await headerOf(file, address);
    const from = Math.max(0, file.size - tailBytes);
    const tail = head.length === file.size ? head.subarray(from) : await file.read(from, tailBytes);
    if (!header.format.seemsWhole(head, tail, file.size)) {
      checkFileSize(file.size, address);
      await readImage(await file.read(0, file.size), address);
    }
    return header;
  });
}

/** A picture file in the size and channels that are wanted. */
export function openImage(
  files: Files,
  address: string,
  { width, height, channels }: PictureSize,
): Promise<Picture> {
  return withFile(files, address, async file => {
    checkFileSize(file.size, address);
    // refuses by its header before the whole is read
    if (file.size > heads[1]!) await headerOf(file, address);
    const picture = await readImage(await file.read(0, file.size), address);
    return resize(withChannels(picture, channels), width, height);
  });
}

async function headerOf(
  file: SourceFile,
  address: string,
): Promise<{ readonly head: Uint8Array; readonly header: FoundHeader }> {
  for (const length of [...heads, fileLimit]) {
    if (length === fileLimit) checkFileSize(file.size, address);
    const head = await file.read(0, Math.min(length, file.size));
    const header = imageHeader(head, address, file.size);
    if (header) return { head, header };
  }
  // the whole file has no header, which `imageHeader` has refused
  throw new Error(`${address} has neither a header nor a fault`);
}

function checkFileSize(size: number, address: string): void {
  if (size <= fileLimit) return;
  throw new DataError(
    `${address} is ${bytesText(size)}; picture files of up to ${bytesText(fileLimit)} can be read.`,
    { code: 'bad-picture' },
  );
}
