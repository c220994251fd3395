import { withFile } from '../bytes/sourceFile';
import { DataError } from '../dataError';
import type { Files } from '../files';
import { bytesText } from '../sentence';
import { type Picture, type PictureSize, withChannels } from './picture';
import { imageSize, readImage } from './readImage';
import { resize } from './resize';

const headBytes = 256 * 1024;
const fileLimit = 256 * 2 ** 20;

/** Width, height and channels of a picture file, from its first bytes where they tell it. */
export function openImageSize(files: Files, address: string): Promise<PictureSize> {
  return withFile(files, address, async file => {
    const found = imageSize(await file.read(0, headBytes), address);
    if (found) return found;
    checkFileSize(file.size, address);
    const size = imageSize(await file.read(0, file.size), address);
    if (!size)
      throw new DataError(`${address} is cut off or damaged: its size is missing.`, {
        code: 'bad-data-file',
      });
    return size;
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
    imageSize(await file.read(0, headBytes), address);
    const picture = readImage(await file.read(0, file.size), address);
    return resize(withChannels(picture, channels), width, height);
  });
}

function checkFileSize(size: number, address: string): void {
  if (size <= fileLimit) return;
  throw new DataError(
    `${address} is ${bytesText(size)}; picture files of up to ${bytesText(fileLimit)} can be read.`,
    { code: 'data-too-big' },
  );
}
