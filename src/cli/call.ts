import type { Terminal } from './terminal/terminal';

/** A command as it was called. */
export interface Call {
  readonly operands: readonly string[];
  /** The values of options that were given. */
  text(option: string): string | undefined;
  count(option: string): number | undefined;
  switched(option: string): boolean;
  readonly terminal: Terminal;
}
