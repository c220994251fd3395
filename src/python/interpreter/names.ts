import { joinValues } from '../values/joinValues';
import { newCells } from '../values/newCells';
import { type Scope, unknown, type Value } from '../values/value';
import type { Frame, Machine } from './machine';

/** The value of a name where it is read. */
export function lookUp(machine: Machine, name: string, frame: Frame): Value {
  const start = frame.scope.elsewhere?.get(name) ?? frame.scope;
  for (let scope: Scope | undefined = start; scope; scope = scope.parent) {
    // a class's names aren't seen from the functions in it
    if (scope.kind === 'class' && scope !== start) continue;
    if (scope.kind === 'module') machine.names.read.add(name);
    const value = scope.names.get(name);
    if (value === undefined) continue;
    // when nobody knows when a function is called, a name of the module is all that it ever was
    return scope.kind === 'module' && frame.alone && frame.scope !== scope
      ? (machine.moduleNames.get(name) ?? value)
      : value;
  }
  return machine.registry.value(`builtins.${name}`) ?? unknown;
}

export function setName(machine: Machine, name: string, value: Value, frame: Frame): void {
  const scope = frame.scope.elsewhere?.get(name) ?? frame.scope;
  machine.store.set(scope.names, name, value);
  if (scope.kind !== 'module') return;
  machine.names.set.push([name, value]);
  keepEver(machine, name, value);
}

/** Joins a value of a module's name with all that it had before. */
export function keepEver({ moduleNames }: Machine, name: string, value: Value): void {
  const before = moduleNames.get(name);
  moduleNames.set(name, before === undefined ? value : joinValues(before, value));
}

export function newScope(kind: Scope['kind'], parent?: Scope): Scope {
  return { kind, names: newCells(), parent };
}

/** The scope, which a function in it may outlast. */
export function captured(scope: Scope): Scope {
  for (let at: Scope | undefined = scope; at && !at.captured; at = at.parent) at.captured = true;
  return scope;
}
