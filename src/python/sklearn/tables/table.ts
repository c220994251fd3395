import { ndarray } from '../../ops/array';
import { asArray } from '../../ops/asArray';
import type { Call } from '../../ops/call';
import type { Dim } from '../../sizes/size';
import { formatDims } from '../../values/words';

/** What most of scikit-learn takes: rows and columns. Reports what has another number of axes. */
export function table(call: Call, parameter = 'X'): readonly [Dim, Dim] | undefined {
  const of = asArray(call.args[parameter], ndarray);
  if (!of?.shape || of.shape.length === 0) return undefined;
  if (of.shape.length === 2) return of.shape as readonly [Dim, Dim];
  const { words, origins } = call.operand(parameter);
  const way =
    of.shape.length === 1
      ? `As a column it would be ${words}.reshape(-1, 1).`
      : `A row for each example would be ${words}.reshape(len(${words}), -1).`;
  call.report({
    code: 'invalid-argument',
    message: `${call.written} takes rows and columns, but ${words} is ${formatDims(of.shape)}. ${way}`,
    related: origins,
  });
  return undefined;
}
