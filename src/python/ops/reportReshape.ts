import type { Reshaped } from '../shapes/reshape';
import { type Dim, formatDim } from '../sizes/size';
import { formatDims } from '../values/words';
import type { Call } from './call';

/** Tells of a new shape that doesn't hold as many elements as the old one. */
export function reportReshape(
  call: Call,
  parameter: string,
  from: readonly Dim[],
  to: readonly Dim[],
  { has, asked, certainty }: NonNullable<Reshaped['clash']>,
): void {
  const { words, origins } = call.operand(parameter);
  const open = to.includes(-1);
  call.report({
    code: 'reshape-mismatch',
    certainty,
    message: open
      ? `${words} is ${formatDims(from)}, ${formatDim(has)} elements, which don't divide evenly into ${formatDims(to)}: ${formatDim(has)} isn't a multiple of ${formatDim(asked)}.`
      : `${words} is ${formatDims(from)}, ${formatDim(has)} elements, but the shape ${formatDims(to)} holds ${formatDim(asked)}.`,
    related: origins,
  });
}
