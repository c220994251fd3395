import type { ShownExample } from '../data/data';
import { DataError } from '../data/dataError';
import type { SmallPicture } from '../protocol/describer';

/** The longest side of a picture that is shown small, in pixels. */
const side = 96;

/** A picture for the eye: so small that many go into one message. Mixed with another one, where there is one. */
export function smallPicture(own: ShownExample, other?: ShownExample, share = 1): SmallPicture {
  if (own.kind !== 'image') throw new DataError('The examples aren’t pictures.', { code: 'bad-data-file' });
  const { height, width, channels } = own;
  const step = Math.max(1, Math.ceil(Math.max(height, width) / side));
  const [rows, columns] = [Math.ceil(height / step), Math.ceil(width / step)];
  const bytes = new Uint8Array(rows * columns * channels);
  const valueAt = (at: number) =>
    other?.kind === 'image' ? share * own.pixels[at]! + (1 - share) * other.pixels[at]! : own.pixels[at]!;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [bottom, right] = [Math.min(height, (row + 1) * step), Math.min(width, (column + 1) * step)];
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        let count = 0;
        for (let y = row * step; y < bottom; y++)
          for (let x = column * step; x < right; x++, count++) sum += valueAt((y * width + x) * channels + c);
        bytes[(row * columns + column) * channels + c] = Math.round(sum / count);
      }
    }
  }
  return { height: rows, width: columns, channels, pixels: Buffer.from(bytes).toString('base64') };
}
