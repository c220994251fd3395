/** What the values of the pictures of a data set are as brightness; the same for all of them. */
export interface Brightness {
  /** What is as light as it gets. */
  readonly white: number;
  /** Whether all values are from 0 to white, and stay so. */
  readonly bounded: boolean;
}

/** What is known of the values of the training set. */
export interface ValueRange {
  readonly least: number;
  readonly most: number;
  /** Whether they are those of all examples. */
  readonly exact: boolean;
  /** Whether they are stored as bytes. */
  readonly bytes: boolean;
  /** What inputs are divided by; 1 where nothing is said. */
  readonly scale: number;
}

/**
 * What white is: what inputs are divided by, where nothing is above it; 1 of what goes from 0 to 1; 255 of bytes; else the
 * largest value there is. Numbers below 0 are no brightness, and nothing bounds them.
 */
export function brightnessOf({ least, most, exact, bytes, scale }: ValueRange): Brightness {
  if (least < 0) return { white: Math.max(1, most, -least), bounded: false };
  if (scale !== 1 && most <= scale) return { white: scale, bounded: true };
  if (most <= 1) return { white: 1, bounded: true };
  if (bytes) return { white: 255, bounded: true };
  // others may be lighter than those that were looked at
  return { white: most, bounded: exact };
}
