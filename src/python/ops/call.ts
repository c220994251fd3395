import type { Fix, Severity, Span } from '../../core/problem';
import type { DataFiles } from '../files/dataFiles';
import type { Comparison } from '../sizes/compareSizes';
import type { Cells, Value } from '../values/value';

/** What a rule is given: the arguments, where they stand, and what it may do. */
export interface Call {
  /** The full name it was called by: `numpy.dot`; methods `numpy.ndarray.dot`. */
  readonly name: string;
  /** As the user wrote what is called: `np.dot`. */
  readonly written: string;
  /** The whole expression. */
  readonly span: Span;
  /** By parameter; without one that wasn't given. `self` is the instance where there is one. */
  readonly args: Readonly<Record<string, Value | undefined>>;
  /** What `*rest` takes, in order. */
  readonly rest: readonly Value[];
  /** What `**extra` takes. */
  readonly extra: ReadonlyMap<string, Value>;
  readonly files: DataFiles;
  /** What a library keeps for the whole program, such as a setting. Change it with `set`. */
  readonly state: Cells<Value>;
  /** The libraries that the program imports, by their first name. */
  readonly imported: ReadonlySet<string>;
  /** The white space that its line begins with, for a fix that adds a line. */
  readonly indentation: string;

  /** The argument as the user wrote it. `#0` is the first of `rest`. */
  operand(parameter: string): Operand;
  report(found: Report): void;
  /** Calls a value: follows a function of the user, makes an instance, runs a rule. */
  invoke(callee: Value, args: readonly Value[], named?: Readonly<Record<string, Value>>): Value;
  /** `value.name`, as Python looks it up. */
  attribute(value: Value, name: string): Value;
  /** A class or function of a library by its full name: `call.named('torch.nn.Module')`. */
  named(fullName: string): Value;
  /** Changes what a list, a dict or an instance holds. Never change cells otherwise: branches couldn't be undone. */
  set<T>(cells: Cells<T>, key: string, value: T): void;
  /** A whole number that isn't known, under a name to show. */
  fresh(name: string): Value;
  /** Tells of a layer that the program makes, for the mark beside it and its hover. */
  layer(mark: LayerMark): void;
  /** Nothing after this statement is reached: `sys.exit()`. */
  stop(): void;
  /** Whether this is a first look, so that what is reported may be shown. False inside a `try` that expects failure. */
  readonly loud: boolean;
}

export interface LayerMark {
  /** Where not the whole expression. */
  readonly span?: Span;
  /** The shape of its output, in words. */
  readonly output?: string;
  /** The number of its parameters. */
  readonly parameters?: number;
}

/** An argument in the text. */
export interface Operand {
  readonly span: Span;
  /** Its source in one line, or `the first argument` where that is long. */
  readonly words: string;
  /** Its source, for a fix. */
  readonly source: string;
  readonly value: Value;
  /** Whether `.T` can be written after it as it stands. */
  readonly simple: boolean;
  /** Where the arrays in it got their shapes, for `related`. */
  readonly origins: readonly { readonly message: string; readonly span: Span }[];
}

export interface Report {
  /** One of `src/python/rules`. */
  readonly code: string;
  readonly message: string;
  /** Where not the whole expression. */
  readonly span?: Span;
  /** How sure it is: what only differs in general is a warning. Certain where absent. */
  readonly certainty?: Comparison;
  readonly severity?: Severity;
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  readonly fixes?: readonly Fix[];
}
