import type { Orientation } from '../orientation';
import type { Picture, PictureSize } from '../picture';

/** What the header of a picture file claims. */
export interface PictureHeader extends PictureSize {
  /** How the stored pixels lie; width and height are those of the stored ones. */
  readonly orientation: Orientation;
  /** Bytes that decoding takes, beside those of the file. */
  readonly memory: number;
  /** The fewest bytes a whole file of this size can have. */
  readonly least: number;
  /** What a reader should be told that isn't kept: `16 bits a colour`, `frames after the first`. */
  readonly lost?: Loss;
}

/** What of a file isn't kept. */
export type Loss = 'frames' | 'bits';

/** A file format of pictures. */
export interface ImageFormat {
  readonly title: string;
  readonly extensions: readonly string[];
  recognises(head: Uint8Array): boolean;
  /**
   * What the header claims; undefined where `head` doesn't reach that far. Throws an `Error` that says what of the format
   * can't be read.
   */
  header(head: Uint8Array): PictureHeader | undefined;
  /**
   * Whether the file, by its first and its last bytes (64 at most), seems to be whole. Where it doesn't, decoding will tell.
   */
  seemsWhole(head: Uint8Array, tail: Uint8Array, size: number): boolean;
  /** The pixels as stored. Throws an `Error` that says what is wrong with a damaged file; its header has been checked. */
  decode(bytes: Uint8Array, header: PictureHeader): Promise<Picture>;
}
