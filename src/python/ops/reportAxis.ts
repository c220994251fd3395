import type { Dim } from '../sizes/size';
import { formatDims } from '../values/words';
import type { Call } from './call';

/** Tells of an axis that an array doesn't have. */
export function reportAxis(call: Call, parameter: string, shape: readonly Dim[], axis: number): void {
  const { words, origins } = call.operand(parameter);
  const last = shape.length - 1;
  const has = shape.length === 0 ? 'no axes' : last === 0 ? 'only axis 0' : `the axes 0 to ${last}`;
  call.report({
    code: 'axis-out-of-range',
    message: `${words} is ${formatDims(shape)} and has ${has}, so there is no axis ${axis}.`,
    related: origins,
  });
}
