import type { Span } from '../../core/problem';
import type { DataFiles } from '../files/dataFiles';
import type { Registry } from '../ops/registry';
import type { Block, Expression, FunctionStatement, Module } from '../syntax/ast';
import { joinLists, joinValues, sameLists, sameValue } from '../values/joinValues';
import type { Cells, ClassValue, FunctionValue, ListState, Scope, Value } from '../values/value';
import type { CollectedFindings } from './collectFindings';
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

/** A layer of a network that the program makes, for the mark beside it. */
export interface LayerNote {
  readonly span: Span;
  readonly output?: string;
  readonly parameters?: number;
}

/** What the parts of the interpreter share; the parts are functions that take it first. */
export interface Machine {
  readonly module: Module;
  readonly registry: Registry;
  files: DataFiles;
  readonly store: Store;
  findings: CollectedFindings;
  /** Functions whose body was run for a call, whose arguments were known enough. */
  followed: Set<unknown>;
  /** Every function and class that a statement made. */
  functions: Map<FunctionStatement, FunctionValue>;
  readonly classes: ClassValue[];
  /** All values that a name of the module ever had, joined. */
  readonly moduleNames: Map<string, Value>;
  readonly moduleScope: Scope;
  /** While a statement of the module runs, which names of the module are read, and what they are set to. */
  names: NamesUsed | undefined;
  /** What the tables of libraries keep for the whole program. */
  readonly state: Cells<Value>;
  /** The libraries that are imported, by their first name. */
  readonly imported: Set<string>;
  fuel: number;
  depth: number;
  /** How often the statements under way are repeated by the loops around them that are unrolled. */
  repeats: number;
  /** Above 0 nothing is reported: failure is expected, or a branch that can't be. */
  muted: number;
  /** Above 0 shapes are taken from documents, which may be wrong, so nothing is certain. */
  assuming: number;
  /** Set where nothing after the statement under way is reached. */
  halted: boolean;
  /** Where the calls under way stand, outermost first. */
  readonly calls: Span[];
  /** The bodies of the calls under way. */
  readonly running: unknown[];
  evaluate(node: Expression, frame: Frame): Value;
  run(block: Block, frame: Frame): Flow;
  invoke(callee: Value, args: Arguments, site: Site): Value;
}

export interface NamesUsed {
  readonly read: Set<string>;
  readonly set: (readonly [string, Value])[];
}

export function spend(machine: Machine, amount = 1): void {
  machine.fuel -= amount;
  if (machine.fuel < 0) throw new OutOfFuel();
}

export function joinCells(a: unknown, b: unknown): unknown {
  return isListState(a) && isListState(b) ? joinLists(a, b) : joinValues(a as Value, b as Value);
}

export function sameCell(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return isListState(a) && isListState(b) ? sameLists(a, b) : sameValue(a as Value, b as Value);
}

export function isListState(cell: unknown): cell is ListState {
  return typeof cell === 'object' && cell !== null && 'each' in cell;
}

/** Stands around a number that is another in each check. */
export const idMark = '\u0001';

let atoms = 0;

/** A number that nothing had before. */
export function freshNumber(): number {
  atoms++;
  return atoms;
}

/** An id that no size had before. */
export function freshId(name: string): string {
  return `${name}${idMark}${freshNumber()}${idMark}`;
}
