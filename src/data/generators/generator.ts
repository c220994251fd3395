import type { Random } from '../../core/random';

export interface GeneratorSettings {
  /** m. */
  readonly examples: number;
  readonly classes: number;
  readonly noise: number;
}

/** Points in the plane, `(m, 2)` example after example, and the class of each. */
export interface Points {
  readonly X: Float64Array;
  readonly labels: Uint8Array;
}

/** A seeded recipe for points, so that a network can be tried without a file. */
export interface Generator {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly noise: number;
  readonly classes: number;
  /** Most classes the recipe can make. */
  readonly mostClasses: number;
  make(settings: GeneratorSettings, random: Random): Points;
}

/** How many of `m` examples class `j` of `classes` gets: equal parts, the first ones one more where it doesn't divide. */
export function shareOf(m: number, classes: number, j: number): number {
  return Math.floor(m / classes) + (j < m % classes ? 1 : 0);
}

/** As `np.linspace(from, to, count)`: both ends among them. */
export function linspace(from: number, to: number, count: number): Float64Array {
  const step = count > 1 ? (to - from) / (count - 1) : 0;
  return Float64Array.from({ length: count }, (_, i) => (i === count - 1 && i > 0 ? to : from + i * step));
}
