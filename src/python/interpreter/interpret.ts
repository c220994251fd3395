import type { DataFiles } from '../files/dataFiles';
import type { Registry } from '../ops/registry';
import type { Module } from '../syntax/ast';
import { bounded } from './bounded';
import { readAttribute } from './calls/attributes';
import { invoke } from './calls/invoke';
import type { Collected } from './collectFindings';
import { evaluate } from './expressions/evaluate';
import { keptOf, ModuleRun } from './kept/runModule';
import { type Frame, Machine } from './machine';
import { run } from './statements/run';
import { runUncalled } from './uncalled';

/** Steps allowed for the module's own statements and all that they call. */
const fuelOfModule = 100_000;
const fuelPerCharacter = 2;

/** Runs a module without running it: every value stands for all that it may be. Never throws. */
export function interpret(module: Module, registry: Registry, files: DataFiles): Collected {
  const kept = keptOf(module);
  const { store, moduleScope, state } = kept;
  const fuel = fuelOfModule + module.text.length * fuelPerCharacter;
  const parts = { evaluate, run, invoke, attribute: readAttribute };
  const machine = new Machine({ module, registry, files, store, moduleScope, state, fuel, parts });
  const frame: Frame = { scope: moduleScope, mark: 0, returns: [], alone: false };
  bounded(machine, () => new ModuleRun(machine, kept).run(frame));
  runUncalled(machine);
  return machine.findings.collected(module);
}
