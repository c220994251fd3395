import type { AskedFiles } from '../../files/askedFiles';
import { freshNumber } from '../../sizes/freshId';
import type { FunctionStatement, Module, Statement } from '../../syntax/ast';
import { interchangeable } from '../../values/interchangeable';
import { reachedCells } from '../../values/reachedCells';
import {
  type Cells,
  type ClassValue,
  type FunctionValue,
  type ListState,
  type Scope,
  string,
  type Value,
} from '../../values/value';
import type { Flow, Frame, Machine } from '../machine';
import { keepEver, newScope } from '../names';
import { namesSetBy } from '../namesSetBy';
import { type Changes, Store } from '../store';
import { foundNow, type KeptFindings, keptFindings } from './keptFindings';
import { restOfLine } from './restOfLine';

/** What running a statement of the module did, and all that this depends on. */
interface Ran {
  /** The values before it of the module's names that were read. */
  readonly read: ReadonlyMap<string, Value | undefined>;
  /** The cells that it could reach, with the number of the run that changed them last before. */
  readonly reached: ReadonlyMap<Cells<unknown>, number | undefined>;
  readonly libraries: string;
  readonly behind: string;
  readonly files: AskedFiles;
  /** Of this run: what it changed holds after it what it held after any repetition. */
  readonly number: number;
  readonly used: number;
  readonly flow: Flow;
  readonly changes: Changes;
  /** The module's names that it sets whatever they were, with what they are then. */
  readonly sure: readonly (readonly [string, Value | undefined])[];
  /** All that it sets names of the module to, in order. */
  readonly set: readonly (readonly [string, Value])[];
  readonly functions: ReadonlyMap<FunctionStatement, FunctionValue>;
  readonly classes: readonly ClassValue[];
  readonly imported: readonly string[];
  readonly followed: ReadonlySet<unknown>;
  readonly found: KeptFindings;
}

/** What stays of the last check of a document, so that a statement can give the very values that it gave then. */
class Kept {
  readonly store = new Store();
  readonly moduleScope: Scope = newScope('module');
  readonly state: Cells<Value> = new Map();
  /** By statement of the last text. */
  ran: ReadonlyMap<Statement, Ran> = new Map();

  constructor() {
    this.moduleScope.names.set('__name__', string('__main__'));
  }
}

const kept = new WeakMap<object, Kept>();

/** For the text of a document as it is now: all cells are as they were made. */
export function keptOf({ document }: Module): Kept {
  let known = kept.get(document);
  if (!known) kept.set(document, (known = new Kept()));
  known.store.takeBack(0);
  return known;
}

/** Where more cells can be reached, finding out what a statement depends on costs more than running it. */
const mostCells = 5000;

/**
 * Runs the module's statements in order. Where nothing that a statement's last run depended on is another now, what it
 * did is repeated, without running it.
 */
export class ModuleRun {
  readonly #machine: Machine;
  readonly #before: ReadonlyMap<Statement, Ran>;
  readonly #ran = new Map<Statement, Ran>();
  readonly #statements: ReadonlySet<Statement>;
  /** For cells, the number of the run that changed them last. */
  readonly #changed = new Map<Cells<unknown>, number>();

  constructor(machine: Machine, kept: Kept) {
    this.#machine = machine;
    this.#before = kept.ran;
    kept.ran = this.#ran;
    this.#statements = new Set(machine.module.body);
  }

  run(frame: Frame): void {
    for (const statement of this.#machine.module.body) {
      if ((this.#repeat(statement) ?? this.#run(statement, frame)) === 'stop') return;
    }
  }

  /** Undefined where it must be run. */
  #repeat(statement: Statement): Flow | undefined {
    const machine = this.#machine;
    const ran = this.#before.get(statement);
    if (!ran || !this.#isSame(ran, statement)) return undefined;
    const found = foundNow(ran.found, this.#statements);
    if (!found) return undefined;
    machine.findings.add(ran.found.findings, found);
    machine.fuel -= ran.used;
    for (const [cells, keys] of ran.changes) {
      for (const [key, value] of keys) {
        if (value === undefined) machine.store.remove(cells, key);
        else machine.store.set(cells, key, value);
      }
    }
    for (const [name, value] of ran.sure) {
      if (value !== undefined) machine.store.set(machine.moduleScope.names, name, value);
    }
    for (const [name, value] of ran.set) keepEver(machine, name, value);
    for (const [made, value] of ran.functions) machine.functions.set(made, value);
    machine.classes.push(...ran.classes);
    for (const library of ran.imported) machine.imported.add(library);
    for (const body of ran.followed) machine.followed.add(body);
    this.#keep(statement, ran);
    return ran.flow;
  }

  #isSame(ran: Ran, statement: Statement): boolean {
    const { fuel, files, module, moduleScope } = this.#machine;
    if (ran.used > fuel || ran.libraries !== this.#libraries()) return false;
    if (ran.behind !== restOfLine(module.text, statement.end)) return false;
    for (const [name, value] of ran.read) {
      if (!interchangeable(value, moduleScope.names.get(name))) return false;
    }
    for (const [cells, number] of ran.reached) if (this.#changed.get(cells) !== number) return false;
    return ran.files.isSame(files);
  }

  #run(statement: Statement, frame: Frame): Flow {
    const machine = this.#machine;
    const { store } = machine;
    const mark = store.mark();
    const libraries = this.#libraries();
    const did = machine.record(() => machine.run([statement], frame));
    const { result: flow, findings, names, ...rest } = did;
    const found = keptFindings(findings, machine.module);
    // in a branch or a loop, what a name is then depends on what it was
    const sure = namesSetBy(statement);
    for (const [name] of names.set) if (!sure.includes(name)) names.read.add(name);
    const dependsOn = found && this.#dependsOn(names.read, mark);
    const [number, changes] = [freshNumber(), store.changesSince(mark)];
    if (!found || !dependsOn) {
      this.#number(number, changes);
      return flow;
    }
    this.#keep(statement, {
      read: dependsOn.read,
      reached: dependsOn.reached,
      libraries,
      behind: restOfLine(machine.module.text, statement.end),
      number,
      flow,
      changes,
      sure: sure.map(name => [name, machine.moduleScope.names.get(name)]),
      set: names.set,
      found,
      ...rest,
    });
    return flow;
  }

  /** What names held before a run, and what it could reach; undefined where that is too much. */
  #dependsOn(names: ReadonlySet<string>, mark: number): Pick<Ran, 'read' | 'reached'> | undefined {
    const { moduleScope, state, store } = this.#machine;
    const module = moduleScope.names as Cells<unknown>;
    const set = new Map<string, unknown>();
    const from: (Cells<Value> | Value | ListState)[] = [state];
    for (const { cells, key, before } of store.entriesSince(mark)) {
      if (cells === module && !set.has(key)) set.set(key, before);
      if (before !== undefined) from.push(before as Value | ListState);
    }
    const read = new Map<string, Value | undefined>();
    for (const name of names) {
      const value = (set.has(name) ? set.get(name) : module.get(name)) as Value | undefined;
      read.set(name, value);
      if (value) from.push(value);
    }
    // the module's names are kept by name
    const reached = new Set([module]);
    if (!reachedCells(from, reached, mostCells)) return undefined;
    reached.delete(module);
    return { read, reached: new Map([...reached].map(cells => [cells, this.#changed.get(cells)])) };
  }

  #keep(statement: Statement, ran: Ran): void {
    this.#ran.set(statement, ran);
    this.#number(ran.number, ran.changes);
  }

  #number(number: number, changes: Changes): void {
    for (const cells of changes.keys()) this.#changed.set(cells, number);
  }

  #libraries(): string {
    return [...this.#machine.imported].sort().join();
  }
}
