import type { ClassStatement, FunctionStatement } from '../syntax/ast';
import type { ClassValue, FunctionValue } from '../values/value';
import { runAlone, runClassAlone } from './alone';
import { bounded } from './bounded';
import { Memory } from './kept/memory';
import type { Machine } from './machine';

/** Steps allowed for each function that nothing calls. */
const fuelOfFunction = 20_000;
/** For all of them together. */
const fuelOfUncalled = 300_000;
const fuelPerCharacter = 2;

/** What nothing called yet, as far as its statements were reached; functions within functions too. */
export function runUncalled(machine: Machine): void {
  const done = new Set<FunctionStatement>();
  const memory = new Memory(machine);
  let pool = fuelOfUncalled + machine.module.text.length * fuelPerCharacter;
  const work = (
    statement: FunctionStatement | ClassStatement | undefined,
    reached: readonly (FunctionValue | ClassValue)[],
    most: number,
    doing: () => unknown,
  ) => {
    machine.fuel = Math.min(most, pool);
    pool -= memory.used(statement, reached, () => bounded(machine, doing));
  };
  for (let turn = 0; turn < 3; turn++) {
    const waiting = [...machine.functions].filter(([statement]) => !done.has(statement));
    if (waiting.length === 0) return;
    const classes = new Set<ClassValue>();
    for (const [statement, callee] of waiting) {
      done.add(statement);
      if (machine.followed.has(callee.body)) continue;
      if (callee.owner) classes.add(callee.owner);
      else if (!callee.wrapped && !callee.generator) {
        work(statement, [callee], fuelOfFunction, () => runAlone(machine, callee));
      }
    }
    for (const owner of classes) {
      const uncalled = waiting
        .map(([, callee]) => callee)
        .filter(callee => callee.owner === owner && !machine.followed.has(callee.body));
      work(owner.statement, [owner, ...uncalled], fuelOfFunction * (1 + uncalled.length), () =>
        runClassAlone(machine, owner, uncalled),
      );
    }
  }
}
