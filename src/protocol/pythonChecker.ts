import * as z from 'zod';
import type { Problem } from '../core/problem';
import type { FileFacts } from '../python/files/dataFiles';
import type { Hint } from '../python/marks/hints';
import type { HoverWords } from '../python/marks/hover';
import type { Model } from '../python/models/model';
import { fileFacts } from './fileFacts';
import { problem, span, texts } from './parts';
import { readMessage } from './readMessage';

/** What is known of data files by the paths that the program writes; undefined of one that can't be read. */
export type KnownFiles = ReadonlyMap<string, FileFacts | undefined>;

/** What a check found. Offsets are of the text that was checked. */
export interface CheckedProgram {
  readonly problems: readonly Problem[];
  readonly models: readonly Model[];
  /** The paths of the data files that it asked for. */
  readonly files: readonly string[];
}

/** Questions about the last check of a program, `check` being its id: about an older one there is no answer. */
type Question =
  | { readonly type: 'hover'; readonly offset: number }
  | { readonly type: 'hints'; readonly start: number; readonly end: number; readonly all: boolean };

/** From the host to the process that checks Python. A program is a file or a notebook. */
export type ToPythonChecker =
  | {
      readonly type: 'check';
      readonly id: number;
      readonly program: string;
      readonly text: string;
      readonly files: KnownFiles;
    }
  | (Question & { readonly id: number; readonly program: string; readonly check: number })
  | { readonly type: 'close'; readonly program: string };

/** From that process: the answer to the request with the same id. */
export type FromPythonChecker =
  | { readonly type: 'checked'; readonly id: number; readonly checked: CheckedProgram }
  | { readonly type: 'hover'; readonly id: number; readonly hover: HoverWords | undefined }
  | { readonly type: 'hints'; readonly id: number; readonly hints: readonly Hint[] | undefined };

const id = z.int().min(0);
const count = z.int().min(0);
const asked = { id, program: z.string(), check: count };

export const toPythonCheckerSchema: z.ZodType<ToPythonChecker> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('check'),
    id,
    program: z.string(),
    text: z.string(),
    files: z.map(z.string(), z.union([fileFacts, z.undefined()])),
  }),
  z.object({ type: z.literal('hover'), ...asked, offset: count }),
  z.object({ type: z.literal('hints'), ...asked, start: count, end: count, all: z.boolean() }),
  z.object({ type: z.literal('close'), program: z.string() }),
]);

const model: z.ZodType<Model> = z.object({
  span,
  name: z.string(),
  layers: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      written: z.string(),
      span,
      inputs: texts.optional(),
      fields: z.record(z.string(), z.unknown()),
    }),
  ),
  fault: z.object({ message: z.string(), span }).optional(),
});

const hoverWords: z.ZodType<HoverWords> = z.object({
  span,
  line: z.string(),
  reasons: z.array(z.object({ line: z.string(), span: span.optional(), words: z.string().optional() })),
});

const hint: z.ZodType<Hint> = z.object({ offset: count, text: z.string(), kind: z.enum(['shape', 'layer']) });

export const fromPythonCheckerSchema: z.ZodType<FromPythonChecker> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('checked'),
    id,
    checked: z.object({ problems: z.array(problem), models: z.array(model), files: texts }),
  }),
  z.object({ type: z.literal('hover'), id, hover: z.union([hoverWords, z.undefined()]) }),
  z.object({ type: z.literal('hints'), id, hints: z.union([z.array(hint), z.undefined()]) }),
]);

export const readToPythonChecker = readMessage(toPythonCheckerSchema);
export const readFromPythonChecker = readMessage(fromPythonCheckerSchema);
