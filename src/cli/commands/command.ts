import type { Call } from '../call';

/** An option of a command, by its long name. */
export interface Option {
  /** What stands after it, in the help: `N`. A switch where absent. */
  readonly value?: string;
  /** How the value is read; as a text where absent. */
  readonly as?: 'count';
  readonly help: string;
  readonly required?: true;
}

/** A command of the command line. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The arguments, as the help shows them: `FILE.nn.json`. */
  readonly operands: string;
  /** How many arguments there must be, and may be. */
  readonly count: readonly [number, number];
  /** Paragraphs below the options. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Does it, and returns the exit code. Rejects with a user's fault (see `faultOf`). */
  run(call: Call): Promise<number>;
}
