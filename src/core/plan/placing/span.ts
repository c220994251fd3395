/** Something that needs so many bytes from one moment to another, both included. */
export interface Span {
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

/** Where each span lies, so that none overlap that are needed at the same time, and how much memory that takes. */
export interface Arrangement {
  readonly starts: readonly number[];
  readonly bytes: number;
}
