import type { Choice } from './choice';

/** One kind of mistake, as many programs. */
export interface Family {
  readonly name: string;
  /**
   * A whole program that runs with its library alone. `wrong` makes the mistake; without it the same draws give the
   * program as it was meant.
   */
  write(choice: Choice, wrong: boolean): string;
}
