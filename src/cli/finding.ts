import type { Problem } from '../core/problem';
import type { LineColumn } from './lineColumns';

/** A problem as `--json` prints it. */
export interface Finding {
  readonly file: string;
  /** In a notebook, the cell that the lines count in, from 1. */
  readonly cell?: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly message: string;
  /** The id of the layer that it is of, in a network. */
  readonly layer?: string;
  /** Of the last finding of a network with very many: how many others it stands for. */
  readonly more?: Problem['more'];
}

/** A problem with its lines and columns, as `place` tells them. */
export function finding(
  file: string,
  { span, code, severity, message, layer, more }: Problem,
  place: (offset: number) => LineColumn,
  cell?: number,
): Finding {
  const start = place(span.start);
  const end = place(span.end);
  return {
    file,
    ...(cell !== undefined && { cell }),
    ...start,
    endLine: end.line,
    endColumn: end.column,
    code,
    severity,
    message,
    ...(layer !== undefined && { layer }),
    ...(more && { more }),
  };
}
