import type { Frame, Machine } from '../interpreter/machine';
import { lookUp } from '../interpreter/names';
import type { Comment } from '../syntax/ast';
import { objectNumber } from '../values/objectNumber';
import type { Value } from '../values/value';
import { generalSizes, readDims } from './readDims';

/** `# (n_x, m)` after a statement says what nothing else does of the value it sets. */
export function commentShape(machine: Machine, statementEnd: number, frame: Frame): Value | undefined {
  const { text, comments } = machine.module;
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
  const { imported } = machine;
  if (!imported.has('numpy') || imported.has('torch') || imported.has('tensorflow')) return undefined;
  const owner = frame.scope === machine.moduleScope ? undefined : frame.function;
  const general = generalSizes(owner ? `comment${owner.name}@${objectNumber(owner.span)}` : 'comment');
  const shape = readDims(written[1]!, name => {
    const known = lookUp(machine, name, frame);
    return known.kind === 'int' && known.size !== undefined ? known.size : general(name);
  });
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
