import type { z } from 'zod';
import type { AffineMap, PictureSize } from '../kernels/resampler';
import type { Draws } from './draws/draws';
import type { Picture } from './picture/picture';

/** Its fields with their values, defaults filled in; where one is a word it is a text all the same. */
export type Fields = Readonly<Record<string, number | undefined>>;

/** Why its settings can't be used on pictures of a size, at one of its fields; with a value that can, where there is one. */
export interface AugmentationFault {
  readonly field: string;
  readonly message: string;
  readonly instead?: number;
}

interface Described {
  readonly type: string;
  readonly title: string;
  readonly formula: string;
  readonly summary: string;
  /** Its fields besides `type`, `probability` among them; each with default, bounds, title and description. */
  readonly fields: z.ZodRawShape;
  fault?(fields: Fields, size: PictureSize): AugmentationFault | undefined;
}

/** Moves the picture: where what is seen at a place comes from. */
export interface Movement extends Described {
  readonly kind: 'movement';
  map(fields: Fields, draws: Draws, size: PictureSize): AffineMap;
}

/** Changes the values of a picture where they are. */
export interface Change extends Described {
  readonly kind: 'change';
  /** Whether there is something to change in pictures of one channel. */
  readonly needsColours?: true;
  change(fields: Fields, draws: Draws, picture: Picture): void;
  /** The same on numbers that are no picture, `count` from `at` on, where it means something there; only where `which` says so. */
  changeNumbers?(
    fields: Fields,
    draws: Draws,
    numbers: { [i: number]: number },
    at: number,
    count: number,
    which: readonly boolean[] | undefined,
  ): void;
}

/** Mixes an example with another one, targets too: λ of its own. */
export interface Mixture extends Described {
  readonly kind: 'mixture';
  share(fields: Fields, draws: Draws): number;
}

/** What makes of an example another one that might as well have been there. One a file. */
export type Augmentation = Movement | Change | Mixture;
