import type { Span } from '../../../core/problem';
import type { Call } from '../../ops/call';
import { type InstanceValue, none } from '../../values/value';

/** Keeps where an argument of a layer or model stands, for related places and fixes; '' is the whole call. */
export function rememberPlace(call: Call, self: InstanceValue, name: string, span: Span): void {
  // as an origin, the place moves with the text before it
  call.set(self.attributes, ` at ${name}`, { ...none, origin: { span } });
}

export function spanOf(self: InstanceValue, name: string): Span | undefined {
  return self.attributes.get(` at ${name}`)?.origin?.span;
}
