import { isListState } from './joinCells';
import type { Cells, ListState, Scope, Value } from './value';

/**
 * Adds all cells that can be reached from cells, what is in cells, and values; those found already are passed by. False
 * where there are more.
 * @param isClosed the places in cells that aren't to be looked into
 */
export function reachedCells(
  from: Iterable<Cells<Value> | ListState | Value>,
  found: Set<Cells<unknown>>,
  most = Number.POSITIVE_INFINITY,
  isClosed?: (cells: Cells<unknown>, key: string) => boolean,
): boolean {
  const waiting: unknown[] = [...from];
  const seen = new Set<unknown>();
  const cells = (held: Cells<Value> | Cells<ListState>) => {
    if (found.has(held as Cells<unknown>)) return;
    found.add(held as Cells<unknown>);
    if (!isClosed) waiting.push(...held.values());
    else for (const [key, value] of held) if (!isClosed(held as Cells<unknown>, key)) waiting.push(value);
  };
  while (waiting.length > 0) {
    const next = waiting.pop() as Cells<Value> | ListState | Value;
    if (seen.has(next)) continue;
    if (found.size > most) return false;
    seen.add(next);
    if (next instanceof Map) cells(next);
    else if (isListState(next)) waiting.push(...(next.items ?? []), next.each);
    else reach(next, waiting, cells);
  }
  return true;
}

function reach(
  value: Value,
  waiting: unknown[],
  cells: (held: Cells<Value> | Cells<ListState>) => void,
): void {
  switch (value.kind) {
    case 'unknown':
      for (const list of value.lists ?? []) cells(list);
      break;
    case 'list':
    case 'dict':
      cells(value.cells);
      break;
    case 'instance':
      cells(value.attributes);
      waiting.push(value.of);
      break;
    case 'class':
      cells(value.members);
      waiting.push(...value.bases);
      break;
    case 'function':
      for (let at: Scope | undefined = value.scope; at; at = at.parent) cells(at.names);
      waiting.push(...value.defaults.values());
      if (value.self) waiting.push(value.self);
      if (value.owner) waiting.push(value.owner);
      break;
    case 'op':
      if (value.self) waiting.push(value.self);
      break;
    case 'tuple':
      waiting.push(...value.items);
      break;
    case 'array':
      waiting.push(...Object.values(value.facts ?? {}));
      break;
    case 'slice':
      waiting.push(value.lower, value.upper, value.step);
      break;
  }
}
