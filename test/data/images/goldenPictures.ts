import { unzlibSync } from 'fflate';
import type { Picture } from '../../../src/data/images/picture';
import recorded from '../../golden/pictures.json';

export interface GoldenPicture {
  readonly name: string;
  readonly file: Uint8Array;
  /** As Pillow reads it. */
  readonly picture: Picture;
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** Picture files of all kinds, made and read by Pillow: test/golden/pictures.py. */
export const goldenPictures: readonly GoldenPicture[] = recorded.map(
  ({ name, file, width, height, channels, pixels }) => ({
    name,
    file: bytesOf(file),
    picture: { width, height, channels: channels as 1 | 3, pixels: unzlibSync(bytesOf(pixels)) },
  }),
);

/** The file of one of them. */
export function goldenFile(name: string): Uint8Array {
  const found = goldenPictures.find(picture => picture.name === name);
  if (!found) throw new Error(`There is no golden picture ${name}.`);
  return found.file.slice();
}
