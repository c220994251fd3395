import type { Severity } from '../../core/problem';

/** A kind of fault in Python code. Its documents, its message in the examples, and its severity are one file. */
export interface PythonRule {
  readonly code: string;
  readonly severity: Severity;
  /** Why it is a fault, in words of a course. */
  readonly why: string;
  /** Programs that have the fault, in which `# error: [code]` or `# warning: [code]` marks its line, and that don't. */
  readonly examples: readonly { readonly bad: string; readonly good: string }[];
}
