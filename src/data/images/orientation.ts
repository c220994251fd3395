import type { Picture, PictureSize } from './picture';

/**
 * How the stored pixels lie (EXIF 2.32, tag 274): 1 upright, 2 mirrored, 3 upside down, 4 both, and 5 to 8 the same with
 * rows and columns exchanged.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The number a file holds as one of the eight; what is none of them means upright. */
export function orientationOf(value: number | undefined): Orientation {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8
    ? (value as Orientation)
    : 1;
}

/** The size of the upright picture. */
export function uprightSize<T extends PictureSize>(stored: T, orientation: Orientation): T {
  return orientation < 5 ? stored : { ...stored, width: stored.height, height: stored.width };
}

/** The picture as a person is meant to see it. */
export function upright(picture: Picture, orientation: Orientation): Picture {
  if (orientation === 1) return picture;
  const { width, height, channels } = uprightSize(picture, orientation);
  const pixels = new Uint8Array(width * height * channels);
  const exchanged = orientation >= 5;
  // whether the stored rows are gone through from the last, and the columns
  const fromBottom = [3, 4, 7, 8].includes(orientation);
  const fromRight = [2, 3, 6, 7].includes(orientation);
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [row, column] = exchanged
        ? [fromRight ? width - 1 - x : x, fromBottom ? height - 1 - y : y]
        : [fromBottom ? height - 1 - y : y, fromRight ? width - 1 - x : x];
      const source = (row * picture.width + column) * channels;
      for (let c = 0; c < channels; c++) pixels[at++] = picture.pixels[source + c]!;
    }
  }
  return { width, height, channels, pixels };
}
