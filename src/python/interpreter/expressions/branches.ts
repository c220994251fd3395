import { joinCells } from '../../values/joinCells';
import { joinValues } from '../../values/joinValues';
import { unknown, type Value } from '../../values/value';
import type { Machine } from '../machine';
import type { Changes } from '../store';

/** Evaluates each of several expressions of which one is chosen; what they do and give is joined. */
export function branches(machine: Machine, choices: readonly (() => Value)[]): Value {
  const done: Changes[] = [];
  let joined: Value | undefined;
  for (const choice of choices) {
    const mark = machine.store.mark();
    const value = choice();
    joined = joined === undefined ? value : joinValues(joined, value);
    done.push(machine.store.changesSince(mark));
    machine.store.takeBack(mark);
  }
  machine.store.joinAll(done, joinCells);
  return joined ?? unknown;
}
