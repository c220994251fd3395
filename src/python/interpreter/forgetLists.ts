import type { Value } from '../values/value';
import { unknown } from '../values/value';
import type { Machine } from './machine';

/** Of a value that is one of several lists and is changed, any may be the one that was. */
export function forgetLists({ store }: Machine, value: Value): void {
  if (value.kind !== 'unknown') return;
  for (const cells of value.lists ?? []) store.set(cells, '', { each: unknown });
}
