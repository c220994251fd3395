import type { DataFiles } from '../files/dataFiles';
import type { Registry } from '../ops/registry';
import type { Module } from '../syntax/ast';
import { string } from '../values/value';
import { bounded } from './bounded';
import { type Collected, CollectedFindings } from './collectFindings';
import { evaluate } from './evaluate';
import { invoke } from './invoke';
import type { Frame, Machine } from './machine';
import { newScope } from './names';
import { run } from './run';
import { Store } from './store';
import { runUncalled } from './uncalled';

/** Steps allowed for the module's own statements and all that they call. */
const fuelOfModule = 100_000;
const fuelPerCharacter = 2;

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
