import type { Problem } from '../core/problem';
import type { FileFacts } from '../python/files/dataFiles';
import type { Hint } from '../python/marks/hints';
import type { HoverWords } from '../python/marks/hover';
import type { Model } from '../python/models/model';

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
