/** A line that a program is known to fail at, as its `NAME.expected.json` says beside `NAME.py`. */
export interface Expected {
  /** From 1. */
  readonly line: number;
  /** Lines that are as good a place: the op of a graph that fails only where a session runs it. */
  readonly or?: readonly number[];
  /** The calls in the program that led to the line. */
  readonly callers?: readonly number[];
  readonly kind?: string;
  /** False where the fault shows only in data that the program reads. */
  readonly inFile?: boolean;
}

/** Reads a sidecar; throws where it isn't a list of lines. */
export function readExpected(file: string, text: string): Expected[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new Error(`${file} must hold a list.`);
  for (const entry of list) {
    if (!Number.isInteger(entry?.line) || entry.line < 1)
      throw new Error(`${file}: each entry needs a line, from 1.`);
  }
  return list as Expected[];
}
