import type { ProposedLine } from '../proposedLayer';
import type { Head } from '../proposeOutput';

/** The height, the width and the channels of a picture. */
export interface Picture {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** A network that is known by a name, made for pictures of any size that it can take and for any answer of its kind. */
export interface KnownNetwork {
  readonly title: string;
  /** What it is known for: a short sentence of the picker. */
  readonly summary: string;
  readonly year: number;
  /** Who made it, and where it is described. */
  readonly source: string;
  /** What it is like where no data are: the pictures, the number of answers, and the parameters that it then has. */
  readonly published: {
    readonly picture: Picture;
    readonly units: number;
    readonly parameters: number;
    /** Who counts so, where others count otherwise. */
    readonly as?: string;
  };
  /** The least height and width of a picture of which something is left at its end. */
  readonly smallest: number;
  /** One answer for each picture, a picture for each picture, or the picture itself. */
  readonly answers: 'once' | 'a-picture' | 'its-input';
  /** Adam's learning rate, where it isn't 0.001. */
  readonly learningRate?: number;
  /** The layers after the input, the last of which is the head, with lines of comment between them. */
  layers(picture: Picture, head: Head): readonly ProposedLine[];
  /** What it does otherwise than its original for pictures of this size, in a sentence. */
  otherwise?(picture: Picture): string | undefined;
}
