import type { Picture, PictureSize } from '../picture';

/** A file format of pictures. */
export interface ImageFormat {
  readonly title: string;
  readonly extensions: readonly string[];
  recognises(head: Uint8Array): boolean;
  /** What the header claims; undefined where `head` doesn't reach that far. */
  size(head: Uint8Array): PictureSize | undefined;
  /** Throws an `Error` that says what is wrong with a damaged file; its size has been checked. */
  decode(bytes: Uint8Array, size: PictureSize): Picture;
}
