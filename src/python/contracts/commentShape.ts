import type { Dim } from '../sizes/size';
import type { Comment, Module } from '../syntax/ast';
import { objectNumber } from '../values/objectNumber';
import type { FunctionValue, Value } from '../values/value';
import { generalSizes, readDims } from './readDims';

interface Around {
  readonly module: Module;
  /** The libraries that the program imports, by their first name. */
  readonly imported: ReadonlySet<string>;
  /** The function that the statement stands in. */
  readonly owner?: FunctionValue;
  /** The size that a name has there, where it has one. */
  sizeOf(name: string): Dim;
}

/** `# (n_x, m)` after a statement says what nothing else does of the value it sets. */
export function commentShape(
  statementEnd: number,
  { module: { text, comments }, imported, owner, sizeOf }: Around,
): Value | undefined {
  const comment = firstFrom(comments, statementEnd);
  if (
    !comment ||
    /[^\s;]/.test(text.slice(statementEnd, comment.start)) ||
    text.slice(statementEnd, comment.start).includes('\n')
  ) {
    return undefined;
  }
  const written = /^#\s*(?:shape\s*[:=]?\s*)?[([]([^()[\]]+)[)\]]\s*$/i.exec(comment.text);
  if (!written || !/,/.test(written[1]!) || !/[A-Za-z]/.test(written[1]!)) return undefined;
  if (!imported.has('numpy') || imported.has('torch') || imported.has('tensorflow')) return undefined;
  const general = generalSizes(owner ? `comment${owner.name}@${objectNumber(owner.span)}` : 'comment');
  const shape = readDims(written[1]!, name => sizeOf(name) ?? general(name));
  return shape && { kind: 'array', type: 'numpy.ndarray', shape };
}

function firstFrom(comments: readonly Comment[], offset: number): Comment | undefined {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comments[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return comments[low];
}
