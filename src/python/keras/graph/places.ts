import type { Span } from '../../../core/problem';
import type { Call } from '../../ops/call';
import { isNumber } from '../../sizes/size';
import { type InstanceValue, int, tuple } from '../../values/value';

/** Keeps where an argument of a layer or model stands, for related places and fixes; '' is the whole call. */
export function rememberPlace(call: Call, self: InstanceValue, name: string, { start, end }: Span): void {
  call.set(self.attributes, ` at ${name}`, tuple([int(start), int(end)]));
}

export function spanOf(self: InstanceValue, name: string): Span | undefined {
  const kept = self.attributes.get(` at ${name}`);
  if (kept?.kind !== 'tuple') return undefined;
  const [start, end] = kept.items.map(item => (item.kind === 'int' ? item.size : undefined));
  return isNumber(start) && isNumber(end) ? { start, end } : undefined;
}
