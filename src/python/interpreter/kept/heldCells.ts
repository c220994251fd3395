import { reachedCells } from '../../values/reachedCells';
import type { Cells } from '../../values/value';
import type { Machine } from '../machine';

/** All cells that outlast the work under way: those of the module, and what their values reach. */
export function heldCells(machine: Machine): ReadonlySet<Cells<unknown>> {
  const { moduleScope, moduleNames, functions, classes, state } = machine;
  const found = new Set<Cells<unknown>>();
  reachedCells([moduleScope.names, state, ...moduleNames.values(), ...functions.values(), ...classes], found);
  return found;
}
