/** Where a command writes, and hears Ctrl-C. */
export interface Terminal {
  /** A line of result, on standard output. */
  line(text: string): void;
  /** Results that bring their own line ends. */
  write(text: string): Promise<void>;
  /** A line for the person, on standard error: never part of a result. */
  note(text: string): void;
  /** Shows or replaces the bar below the lines, where there is a person to see it. */
  bar(text: string): void;
  /** Whether there is. */
  readonly showsBar: boolean;
  /** Characters across. */
  readonly width: number;
  /**
   * What Ctrl-C does from now on, and the end of the terminal or of the reader of a pipe, for which there is a reason to
   * keep; a second Ctrl-C ends the process.
   */
  onInterrupt(interrupted: (reason?: string) => void): void;
  /** Ends the process when all that was written has been taken. */
  end(code: number): void;
}
