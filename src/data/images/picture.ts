/** A picture in memory: 0 to 255, row after row, the channels of a pixel together. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly pixels: Uint8Array;
}

export type PictureSize = Pick<Picture, 'width' | 'height' | 'channels'>;

/** In grey (ITU-R BT.601 luma, as Pillow has it) or in three colours. */
export function withChannels(picture: Picture, channels: 1 | 3): Picture {
  if (picture.channels === channels) return picture;
  const { width, height, pixels } = picture;
  const count = width * height;
  const result = new Uint8Array(count * channels);
  for (let i = 0; i < count; i++) {
    if (channels === 3) result.fill(pixels[i]!, 3 * i, 3 * i + 3);
    else
      result[i] =
        (pixels[3 * i]! * 19595 + pixels[3 * i + 1]! * 38470 + pixels[3 * i + 2]! * 7471 + 0x8000) >> 16;
  }
  return { width, height, channels, pixels: result };
}
