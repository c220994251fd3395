import { type Machine, OutOfFuel } from './machine';

/** How a piece of work ended. */
export type End = 'all of it' | 'out of fuel' | 'out of stack';

/** Does a piece of work as far as the fuel goes. */
export function bounded(machine: Machine, work: () => unknown): End {
  let end: End = 'all of it';
  try {
    work();
  } catch (error) {
    // a text can nest deeper than the stack is; what was found till then holds
    if (error instanceof OutOfFuel) end = 'out of fuel';
    else if (error instanceof RangeError) end = 'out of stack';
    else throw error;
  } finally {
    machine.depth = 0;
    machine.repeats = 1;
    machine.halted = false;
    machine.running.length = 0;
    machine.calls.length = 0;
  }
  return end;
}
