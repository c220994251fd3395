import type { Problem } from '../core/problem';
import { type DataFiles, noFiles } from './files/dataFiles';
import type { LayerNote, PlacedValue } from './interpreter/collectFindings';
import { interpret } from './interpreter/interpret';
import { libraries } from './libraries';
import { Registry } from './ops/registry';
import type { Module } from './syntax/ast';

export interface CheckOptions {
  readonly files?: DataFiles;
}

/** What is known of a program after a check. Spans are UTF-16 offsets in its text; lists are in the text's order. */
export interface PythonReport {
  readonly problems: readonly Problem[];
  /** Expressions with what they are; the words for a hover are `shapeWords(value)`. */
  readonly values: readonly PlacedValue[];
  /** The targets of assignments, for inlay hints. */
  readonly assignments: readonly PlacedValue[];
  readonly layers: readonly LayerNote[];
}

let registry: Registry | undefined;

/** Checks a program. Never throws; the time is bounded by its length. */
export function checkPython(module: Module, { files = noFiles }: CheckOptions = {}): PythonReport {
  registry ??= new Registry(libraries);
  return interpret(module, registry, files);
}
