import type { DataFiles } from '../files/dataFiles';
import type { Registry } from '../ops/registry';
import type { Module } from '../syntax/ast';
import { bounded } from './bounded';
import { type Collected, CollectedFindings } from './collectFindings';
import { evaluate } from './evaluate';
import { invoke } from './invoke';
import type { Frame, Machine } from './machine';
import { run } from './run';
import { keptOf, ModuleRun } from './runModule';
import { runUncalled } from './uncalled';

/** Steps allowed for the module's own statements and all that they call. */
const fuelOfModule = 100_000;
const fuelPerCharacter = 2;

/** Runs a module without running it: every value stands for all that it may be. Never throws. */
export function interpret(module: Module, registry: Registry, files: DataFiles): Collected {
  const findings = new CollectedFindings();
  const kept = keptOf(module);
  const { store, moduleScope, state } = kept;
  const machine: Machine = {
    module,
    registry,
    files,
    store,
    findings,
    followed: new Set(),
    functions: new Map(),
    classes: [],
    moduleNames: new Map(),
    moduleScope,
    names: undefined,
    imported: new Set(),
    state,
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
  bounded(machine, () => new ModuleRun(machine, kept).run(frame));
  runUncalled(machine);
  return findings.collected(module);
}
