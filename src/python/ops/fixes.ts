import type { Fix } from '../../core/problem';
import type { Operand } from './call';

/** Puts `.T` after an argument, in brackets where it needs them. */
export function transposed({ span, source, simple }: Operand): Fix {
  return {
    title: `Transpose: ${simple ? source : `(${source})`}.T`,
    edits: simple
      ? [{ offset: span.end, length: 0, text: '.T' }]
      : [
          { offset: span.start, length: 0, text: '(' },
          { offset: span.end, length: 0, text: ').T' },
        ],
  };
}

/** Puts `text` after an argument, in brackets where it needs them. */
export function appended({ span, source, simple }: Operand, text: string): Fix {
  return {
    title: `Change to ${simple ? source : `(${source})`}${text}`,
    edits: simple
      ? [{ offset: span.end, length: 0, text }]
      : [
          { offset: span.start, length: 0, text: '(' },
          { offset: span.end, length: 0, text: `)${text}` },
        ],
  };
}
