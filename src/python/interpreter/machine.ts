import type { Span } from '../../core/problem';
import { AskedFiles } from '../files/askedFiles';
import type { DataFiles } from '../files/dataFiles';
import type { Report } from '../ops/call';
import type { Registry } from '../ops/registry';
import type { Block, Expression, FunctionStatement, Module } from '../syntax/ast';
import type { Cells, ClassValue, FunctionValue, Scope, Value } from '../values/value';
import { CollectedFindings } from './collectFindings';
import type { Changes, Moment, Store } from './store';

/** Whether what follows a statement is reached. */
export type Flow = 'next' | 'stop';

/** A function's run, or the module's. */
export interface Frame {
  readonly scope: Scope;
  readonly function?: FunctionValue;
  /** The state of the store when it began. */
  readonly mark: number;
  readonly returns: { readonly value: Value; readonly at: Moment }[];
  /** What a generator has given so far. */
  readonly yields?: { readonly value: Value; readonly at: Moment }[];
  loop?: Loop;
  /** Nobody in the program calls it: its parameters are what its documents say. */
  readonly alone: boolean;
}

export interface Loop {
  readonly breakMark: number;
  continueMark: number;
  readonly breaks: Changes[];
  continues: Changes[];
}

export interface Argument {
  readonly value: Value;
  readonly node?: Expression;
}

export interface Arguments {
  readonly positional: readonly Argument[];
  readonly named: ReadonlyMap<string, Argument>;
  /** False where a star hides how many there are, or which. */
  readonly complete: boolean;
}

/** Where a call stands. */
export interface Site {
  readonly span: Span;
  readonly frame: Frame;
  /** What is called, as it is written, or where. */
  readonly written: string | Span;
}

/** Thrown when the work allowed is used up; caught where a piece of work begins. */
export class OutOfFuel extends Error {}

/** What a piece of work finds and does, beside what it does to cells. */
interface Recording {
  readonly findings: CollectedFindings;
  /** Functions whose body was run for a call, whose arguments were known enough. */
  readonly followed: Set<unknown>;
  /** Every function that a statement made. */
  readonly functions: Map<FunctionStatement, FunctionValue>;
  readonly names: NamesUsed;
}

/** Which names of the module are read, and all that they are set to, in order. */
export interface NamesUsed {
  readonly read: Set<string>;
  readonly set: (readonly [string, Value])[];
}

export interface Recorded<T> extends Recording {
  readonly result: T;
  /** The files that it asked for. */
  readonly files: AskedFiles;
  /** The fuel that it took. */
  readonly used: number;
  readonly classes: readonly ClassValue[];
  readonly imported: readonly string[];
}

/** The three parts that call each other. */
interface Parts {
  evaluate(machine: Machine, node: Expression, frame: Frame): Value;
  run(machine: Machine, block: Block, frame: Frame): Flow;
  invoke(machine: Machine, callee: Value, args: Arguments, site: Site): Value;
  attribute(machine: Machine, of: Value, name: string, site: Site): Value;
}

/** What a program is run on. */
interface Given {
  readonly module: Module;
  readonly registry: Registry;
  readonly files: DataFiles;
  readonly store: Store;
  readonly moduleScope: Scope;
  /** What the tables of libraries keep for the whole program. */
  readonly state: Cells<Value>;
  readonly fuel: number;
  readonly parts: Parts;
}

/** What the parts of the interpreter share; the parts are functions that take it first. */
export class Machine {
  readonly module: Module;
  readonly registry: Registry;
  readonly store: Store;
  readonly moduleScope: Scope;
  readonly state: Cells<Value>;
  /** Every class that a statement made. */
  readonly classes: ClassValue[] = [];
  /** All values that a name of the module ever had, joined. */
  readonly moduleNames = new Map<string, Value>();
  /** The libraries that are imported, by their first name. */
  readonly imported = new Set<string>();
  fuel: number;
  depth = 0;
  /** How often the statements under way are repeated by the loops around them that are unrolled. */
  repeats = 1;
  /** Set where nothing after the statement under way is reached. */
  halted = false;
  /** Where the calls under way stand, outermost first. */
  readonly calls: Span[] = [];
  /** The bodies of the calls under way. */
  readonly running: unknown[] = [];
  readonly #parts: Parts;
  #files: DataFiles;
  #recording = newRecording();
  #muted = 0;
  #assuming = 0;

  constructor({ module, registry, files, store, moduleScope, state, fuel, parts }: Given) {
    this.module = module;
    this.registry = registry;
    this.store = store;
    this.moduleScope = moduleScope;
    this.state = state;
    this.fuel = fuel;
    this.#parts = parts;
    this.#files = files;
  }

  get files() {
    return this.#files;
  }

  get findings() {
    return this.#recording.findings;
  }

  get followed() {
    return this.#recording.followed;
  }

  get functions() {
    return this.#recording.functions;
  }

  get names() {
    return this.#recording.names;
  }

  /** Whether nothing is reported now. */
  get isMuted() {
    return this.#muted > 0;
  }

  report(site: Span, found: Report): void {
    if (!this.isMuted) this.findings.report(site, found, { isSure: this.#assuming === 0, calls: this.calls });
  }

  /** Does a piece of work, and gives what it did by itself. All of that counts as done, even if the work throws. */
  record<T>(work: () => T): Recorded<T> {
    const [outer, files, own] = [this.#recording, this.#files, newRecording()];
    const [fuel, classes, imported] = [this.fuel, this.classes.length, this.imported.size];
    const asked = new AskedFiles(files);
    this.#recording = own;
    this.#files = asked;
    let result: T;
    try {
      result = work();
    } finally {
      this.#recording = outer;
      this.#files = files;
      addRecording(outer, own);
    }
    return {
      ...own,
      result,
      files: asked,
      used: fuel - Math.max(0, this.fuel),
      classes: this.classes.slice(classes),
      imported: [...this.imported].slice(imported),
    };
  }

  /** Does a piece of work that is expected to fail, or is never done: nothing is reported. */
  muted<T>(work: () => T): T {
    this.#muted++;
    try {
      return work();
    } finally {
      this.#muted--;
    }
  }

  /** Does a piece of work on shapes from documents, which may be wrong: nothing is certain. */
  assuming<T>(work: () => T): T {
    this.#assuming++;
    try {
      return work();
    } finally {
      this.#assuming--;
    }
  }

  evaluate(node: Expression, frame: Frame): Value {
    return this.#parts.evaluate(this, node, frame);
  }

  run(block: Block, frame: Frame): Flow {
    return this.#parts.run(this, block, frame);
  }

  invoke(callee: Value, args: Arguments, site: Site): Value {
    return this.#parts.invoke(this, callee, args, site);
  }

  /** `of.name`. */
  attribute(of: Value, name: string, site: Site): Value {
    return this.#parts.attribute(this, of, name, site);
  }
}

export function spend(machine: Machine, amount = 1): void {
  machine.fuel -= amount;
  if (machine.fuel < 0) throw new OutOfFuel();
}

function newRecording(): Recording {
  return {
    findings: new CollectedFindings(),
    followed: new Set(),
    functions: new Map(),
    names: { read: new Set(), set: [] },
  };
}

function addRecording(to: Recording, { findings, followed, functions, names }: Recording): void {
  to.findings.add(findings);
  for (const body of followed) to.followed.add(body);
  for (const [statement, made] of functions) to.functions.set(statement, made);
  for (const name of names.read) to.names.read.add(name);
  to.names.set.push(...names.set);
}
