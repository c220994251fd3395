import { compareSizes, isDifferent } from '../sizes/compareSizes';
import type { Shape } from '../values/value';
import { formatDims } from '../values/words';
import { ndarray } from './array';
import { asArray } from './asArray';
import type { Call } from './call';

/** The shape of a stack of square matrices; undefined, and a report, where they certainly aren't. */
export function reportSquare(call: Call, parameter: string): Shape {
  const shape = asArray(call.args[parameter], ndarray)?.shape;
  if (!shape) return undefined;
  const { words, origins } = call.operand(parameter);
  const certainty = shape.length < 2 ? 'different' : compareSizes(shape.at(-1), shape.at(-2));
  if (!isDifferent(certainty)) return shape;
  call.report({
    code: 'invalid-argument',
    certainty,
    message: `${words} is ${formatDims(shape)}, and ${call.written} takes square matrices only.`,
    related: origins,
  });
  return undefined;
}
