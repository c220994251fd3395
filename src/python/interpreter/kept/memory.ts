import type { AskedFiles } from '../../files/askedFiles';
import type { Statement } from '../../syntax/ast';
import type { Cells, ClassValue, FunctionValue } from '../../values/value';
import type { End } from '../bounded';
import type { Machine } from '../machine';
import { Environment } from './environment';
import { heldCells } from './heldCells';
import { foundNow, type KeptFindings, keptFindings } from './keptFindings';

/** What a piece of work found, and all that it depends on. */
interface Remembered {
  readonly environment: string;
  readonly files: AskedFiles;
  readonly given: number;
  readonly used: number;
  readonly end: End;
  readonly found: KeptFindings;
  readonly followed: ReadonlySet<unknown>;
}

/** By the function or class whose work it is: an edit elsewhere leaves the statement the same object. */
const remembered = new WeakMap<object, Remembered>();

/**
 * Keeps what was found in a function that nothing calls, until its text changes or anything that its names may reach:
 * other functions, values of the module, imports, headers of files. What it keeps is what doing the work again would
 * find. Work that changes anything outside itself is always done again.
 */
export class Memory {
  readonly #machine: Machine;
  readonly #statements: ReadonlySet<Statement>;
  #environment: Environment;
  #outside: ReadonlySet<Cells<unknown>> | undefined;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#statements = new Set(machine.module.body);
    this.#environment = new Environment(machine);
  }

  /**
   * Does the work, or takes over what it found before; gives the fuel that it used.
   * @param reached the values from which the work starts
   */
  used(
    statement: object | undefined,
    reached: readonly (FunctionValue | ClassValue)[],
    work: () => End,
  ): number {
    const machine = this.#machine;
    const environment =
      statement && this.#statements.has(statement as Statement)
        ? this.#environment.textOf(reached)
        : undefined;
    const known = statement && remembered.get(statement);
    const still = known && known.environment === environment ? this.#stillFound(known) : undefined;
    if (known && still) {
      machine.findings.add(known.found.findings, still);
      for (const body of known.followed) machine.followed.add(body);
      return known.used;
    }
    return this.#doWork(environment === undefined ? undefined : statement, environment ?? '', work);
  }

  #doWork(statement: object | undefined, environment: string, work: () => End): number {
    const machine = this.#machine;
    const { fuel: given, store } = machine;
    const functions = machine.functions.size;
    const outside = (this.#outside ??= heldCells(machine));
    const mark = store.mark();
    const did = machine.record(work);
    const changesOutside = [...store.changesSince(mark).keys()].some(cells => outside.has(cells));
    if (!changesOutside) store.forget(mark);
    const stays =
      changesOutside ||
      functions < machine.functions.size ||
      did.classes.length > 0 ||
      did.imported.length > 0;
    if (stays) {
      // what the next functions may reach is another now
      this.#environment = new Environment(machine);
      this.#outside = undefined;
    }
    const { files, used, result: end, findings, followed } = did;
    if (!statement) return used;
    const found = stays || end === 'out of stack' ? undefined : keptFindings(findings, machine.module);
    if (!found) remembered.delete(statement);
    else remembered.set(statement, { environment, files, given, used, end, found, followed });
    return used;
  }

  /** What was found at its places now; undefined where the work must be done again. */
  #stillFound({ end, used, given, files, found }: Remembered) {
    const { fuel } = this.#machine;
    const isEnough = end === 'all of it' ? used <= fuel : given === fuel;
    return isEnough && files.isSame(this.#machine.files) ? foundNow(found, this.#statements) : undefined;
  }
}
