import type { Cells, DictValue, InstanceValue, ListValue, Value } from './value';

/** A value that is shared by all that hold it, and may be changed. */
export type Holder = ListValue | DictValue | InstanceValue;

export function isHolder(value: Value): value is Holder {
  return value.kind === 'list' || value.kind === 'dict' || value.kind === 'instance';
}

export function cellsOf(holder: Holder): Cells<unknown> {
  return (holder.kind === 'instance' ? holder.attributes : holder.cells) as Cells<unknown>;
}

/** Whether two are of one sort, so that one may stand where the other did. */
export function areOfOneSort(a: Holder, b: Holder): boolean {
  if (a.kind === 'instance') return b.kind === 'instance' && a.of === b.of;
  return a.kind === b.kind;
}
