import { isNumber } from '../sizes/size';
import type { Value } from './value';

/** `str(value)` where that is known: for keys such as `"W" + str(l)`. */
export function textOf(value: Value): string | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind === 'int' && isNumber(value.size)) return String(value.size);
  if (value.kind === 'bool' && value.value !== undefined) return value.value ? 'True' : 'False';
  return value.kind === 'none' ? 'None' : undefined;
}
