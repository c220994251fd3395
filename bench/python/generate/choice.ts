import { Random } from '../../../src/core/random';

/** Draws what a generated program is made of: the same seed gives the same program. */
export class Choice {
  private readonly random: Random;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  /** A whole number from low to high, both among them. */
  int(low: number, high: number): number {
    return low + Math.floor(this.random.rand() * (high - low + 1));
  }

  of<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)]!;
  }

  /** As many different items as asked, in a drawn order. */
  some<T>(items: readonly T[], count: number): T[] {
    const left = [...items];
    return Array.from({ length: count }, () => left.splice(this.int(0, left.length - 1), 1)[0]!);
  }

  /** One of the items that isn't among the others. */
  other<T>(items: readonly T[], ...not: readonly T[]): T {
    return this.of(items.filter(item => !not.includes(item)));
  }
}
