import type { DataFiles } from '../files/dataFiles';
import type { Registry } from '../ops/registry';
import type { FunctionStatement, Module } from '../syntax/ast';
import { string } from '../values/value';
import { runAlone, runClassAlone } from './alone';
import { type Collected, CollectedFindings } from './collectFindings';
import { evaluate } from './evaluate';
import { invoke } from './invoke';
import { type Frame, type Machine, OutOfFuel } from './machine';
import { newScope } from './names';
import { run } from './run';
import { Store } from './store';

/** Steps allowed for the module's own statements and all that they call, and for each function that nothing calls. */
const fuelOfModule = 100_000;
const fuelPerCharacter = 2;
const fuelOfFunction = 20_000;
/** For all functions that nothing calls together. */
const fuelOfUncalled = 300_000;

/** Runs a module without running it: every value stands for all that it may be. Never throws. */
export function interpret(module: Module, registry: Registry, files: DataFiles): Collected {
  const findings = new CollectedFindings();
  const moduleScope = newScope('module');
  moduleScope.names.set('__name__', string('__main__'));
  const machine: Machine = {
    module,
    registry,
    files,
    store: new Store(),
    findings,
    followed: new Set(),
    functions: new Map(),
    classes: [],
    moduleNames: new Map(),
    moduleScope,
    imported: new Set(),
    state: new Map(),
    fuel: fuelOfModule + module.text.length * fuelPerCharacter,
    depth: 0,
    repeats: 1,
    muted: 0,
    assuming: 0,
    halted: false,
    calls: [],
    running: [],
    evaluate: (node, frame) => evaluate(machine, node, frame),
    run: (block, frame) => run(machine, block, frame),
    invoke: (callee, args, site) => invoke(machine, callee, args, site),
  };
  const frame: Frame = { scope: moduleScope, mark: 0, returns: [], alone: false };
  bounded(machine, () => machine.run(module.body, frame));
  runUncalled(machine);
  return findings.collected(module);
}

/** What nothing called yet, as far as its statements were reached; functions within functions too. */
function runUncalled(machine: Machine): void {
  const done = new Set<FunctionStatement>();
  let pool = fuelOfUncalled + machine.module.text.length * fuelPerCharacter;
  const work = (most: number, doing: () => unknown) => {
    const given = Math.min(most, pool);
    machine.fuel = given;
    bounded(machine, doing);
    pool -= given - Math.max(0, machine.fuel);
  };
  for (let turn = 0; turn < 3; turn++) {
    const waiting = [...machine.functions].filter(([statement]) => !done.has(statement));
    if (waiting.length === 0) return;
    const classes = new Set<NonNullable<(typeof waiting)[number][1]['owner']>>();
    for (const [statement, callee] of waiting) {
      done.add(statement);
      if (machine.followed.has(callee.body)) continue;
      if (callee.owner) classes.add(callee.owner);
      else if (!callee.wrapped && !callee.generator) {
        work(fuelOfFunction, () => runAlone(machine, callee));
      }
    }
    for (const owner of classes) {
      const uncalled = waiting
        .map(([, callee]) => callee)
        .filter(callee => callee.owner === owner && !machine.followed.has(callee.body));
      work(fuelOfFunction * (1 + uncalled.length), () => runClassAlone(machine, owner, uncalled));
    }
  }
}

function bounded(machine: Machine, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    // a text can nest deeper than the stack is; what was found till then holds
    if (!(error instanceof OutOfFuel || error instanceof RangeError)) throw error;
  } finally {
    machine.depth = 0;
    machine.repeats = 1;
    machine.muted = 0;
    machine.assuming = 0;
    machine.halted = false;
    machine.running.length = 0;
    machine.calls.length = 0;
    machine.store.forget();
  }
}
