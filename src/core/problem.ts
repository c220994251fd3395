/** A half-open range of UTF-16 offsets in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Severity = 'error' | 'warning' | 'information';

/** Replaces `length` UTF-16 units at `offset` with `text`. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A way out of a problem. Its edits are against the text the problem was found in, and don't overlap. */
export interface Fix {
  /** What pressing it does, as a command: `Change units to 10`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * A user's fault, as a value. An exception means our bug.
 * `code` names the fault (`shape-mismatch`); `message` says what is wrong, where, and what to do, in one or two
 * sentences a student understands.
 */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** The id of the layer that wears the mark on the canvas, if it is a layer's. */
  readonly layer?: string;
  /** The field at fault: `units` in a layer, else a path from the top, `training.optimizer.learningRate`. */
  readonly field?: string;
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  /** Worked out when it is first read: an edit may take as long as the text is. */
  readonly fixes: readonly Fix[];
  /** Of the last problem where there are too many: how many others it stands for. */
  readonly more?: Readonly<Record<Severity, number>>;
}
