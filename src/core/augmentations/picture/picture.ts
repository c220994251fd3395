import type { PictureSize } from '../../kernels/resampler';
import type { Brightness } from './brightness';

/** A picture as it was read: `(height, width, channels)`. */
export interface Picture extends PictureSize, Brightness {
  readonly values: Float64Array;
}

/** The size of examples that are pictures: `(h, w)` or `(h, w, c)`. */
export function pictureSize(shape: readonly number[]): PictureSize | undefined {
  const [height, width, channels = 1] = shape;
  if (shape.length < 2 || shape.length > 3 || !height || !width || !channels) return undefined;
  return { height, width, channels };
}

/** How bright the pixel that begins at `at` is: the luma of its colours (ITU-R BT.601), as Pillow turns colours into grey. */
export function greyAt({ values, channels }: Picture, at: number): number {
  if (channels !== 3) {
    let sum = 0;
    for (let c = 0; c < channels; c++) sum += values[at + c]!;
    return sum / channels;
  }
  return 0.299 * values[at]! + 0.587 * values[at + 1]! + 0.114 * values[at + 2]!;
}

/** How bright it is on the whole. */
export function meanGrey(picture: Picture): number {
  const { values, channels } = picture;
  let sum = 0;
  // of one channel each value is the grey
  if (channels === 1) for (let i = 0; i < values.length; i++) sum += values[i]!;
  else for (let at = 0; at < values.length; at += channels) sum += greyAt(picture, at);
  return (sum * channels) / values.length;
}

/** v := centre + factor·(v − centre), no further than to black and white. */
export function stretch({ values, white, bounded }: Picture, centre: number, factor: number): void {
  // what is brought together stays between
  const [least, most] = bounded && factor > 1 ? [0, white] : [-Infinity, Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = centre + factor * (values[i]! - centre);
    values[i] = Math.max(least, Math.min(value, most));
  }
}

/** Brings what went beyond black or white back to it. */
export function bound({ values, white, bounded }: Picture): void {
  if (!bounded) return;
  for (let i = 0; i < values.length; i++) values[i] = Math.max(0, Math.min(values[i]!, white));
}
