import type { Cells, ListState, Scope, Value } from '../values/value';
import { isListState, type Machine } from './machine';

/** All cells that outlast the work under way: those of the module, and what their values reach. */
export function heldCells(machine: Machine): ReadonlySet<Cells<unknown>> {
  const found = new Set<Cells<unknown>>();
  const waiting: unknown[] = [
    ...machine.moduleNames.values(),
    ...machine.functions.values(),
    ...machine.classes,
  ];
  const cells = (held: Cells<Value> | Cells<ListState>) => {
    if (found.has(held as Cells<unknown>)) return;
    found.add(held as Cells<unknown>);
    for (const cell of held.values()) {
      if (isListState(cell)) waiting.push(...(cell.items ?? []), cell.each);
      else waiting.push(cell);
    }
  };
  const scope = (start: Scope | undefined) => {
    for (let at = start; at && !found.has(at.names as Cells<unknown>); at = at.parent) cells(at.names);
  };
  scope(machine.moduleScope);
  cells(machine.state);
  const seen = new Set<unknown>();
  while (waiting.length > 0) {
    const value = waiting.pop() as Value;
    if (seen.has(value)) continue;
    seen.add(value);
    switch (value.kind) {
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
        scope(value.scope);
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
  return found;
}
