import type { DataFacts, DataFault, TargetFacts } from '../../core/network/dataReport';
import type { Files } from '../files';
import type { ColumnEncoding, Preprocessing, TableLayout, TextReading } from '../preprocessing';
import type { Reading } from '../reading';
import type { RowsInFile } from '../rows/rowsInFile';
import type { Notation } from '../tables/numbers/notation';
import type { Targets } from '../targets';
import type { ArrayOfRows } from './arrayAddress';

/** What a description is written down in while the files are looked at. */
export interface Survey {
  readonly files: Files;
  readonly reading: Reading | undefined;
  /** What a training learnt from these data, which may have changed since: applied instead of being worked out anew. */
  readonly learnt?: Preprocessing;
  /** Bytes in a file beyond which inputs stay there; `defaultStreamAbove` where it isn't said. */
  readonly streamAbove?: number;
  /** What was left in files, to be closed. */
  readonly left: RowsInFile[];
  /** Absolute paths of the files looked at, also of those that aren't there. */
  readonly paths: Set<string>;
  /** What was worked out, a sentence each. */
  readonly choices: string[];
  /** Faults that don't end the description. */
  readonly faults: DataFault[];
}

/** A source of data, described: what is known from its headers, and how to read the rest. */
export interface Described {
  readonly inputShape: readonly number[];
  readonly inputNames?: readonly string[];
  /** The type the inputs are stored in, where they are arrays or pictures. */
  readonly inputType?: string;
  readonly inputFigures?: DataFacts['inputFigures'];
  readonly tokens?: DataFacts['tokens'];
  readonly leftOutText?: DataFacts['leftOutText'];
  /** m of what is named for training, before any split. */
  readonly m: number;
  /** m of the test set, where one is named. */
  readonly testM: number | undefined;
  readonly targets: TargetFacts;
  load(reading: Reading | undefined): Promise<RawData>;
}

/** All examples as read, encoded, but neither split nor scaled. */
export interface RawData {
  readonly train: RawSet;
  readonly test?: RawSet;
  readonly columns?: readonly ColumnEncoding[];
  readonly table?: TableLayout;
  readonly targetNotations?: readonly Notation[];
  /** Of a table named as an array: how its numbers are written. */
  readonly inputNotations?: readonly Notation[];
  readonly image?: { readonly height: number; readonly width: number; readonly channels: 1 | 3 };
  readonly text?: TextReading;
}

export interface RawSet {
  /** `(m, …)`. */
  readonly inputs: ArrayOfRows;
  readonly targets: Targets;
}
