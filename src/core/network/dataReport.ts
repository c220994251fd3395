import type { TokenKind } from './dataSchema';

/**
 * What is known of a network's data without training on it: read from headers (CSV: counted), by `src/data`, and
 * given to `analyze`. Values only, so that it crosses to the webview.
 */
export interface DataReport {
  readonly facts?: DataFacts;
  readonly faults: readonly DataFault[];
  /** The files it was read from (absolute paths), watched for changes. */
  readonly files: readonly string[];
  /** What is in the weights that the network starts from, where they were looked into. */
  readonly weights?: readonly WeightsReport[];
}

/** What a file of weights holds, or a run. */
export interface WeightsReport {
  /** As the network names it. */
  readonly file: string;
  /** Of layers: `hidden.W`. */
  readonly arrays?: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    /** Whether all its values are numbers. */
    readonly finite: boolean;
  }[];
  /** Why it can't be read: a sentence. */
  readonly fault?: string;
}

export interface DataFacts {
  /** The shape of one example as the network receives it: [2], [64, 64, 3]. After one-hot encoding of columns. */
  readonly inputShape: readonly number[];
  /** m of the training set and of the test set (after the split). */
  readonly examples: { readonly train: number; readonly test: number };
  readonly targets: TargetFacts;
  /** The type the inputs are stored in, where they are arrays or pictures: `uint8` for pixels from 0 to 255. */
  readonly inputType?: string;
  /**
   * Of a text: what its tokens are, and how many different ones there are, by whose indices the input names them; and the column, where
   * each row of a table holds a text.
   */
  readonly tokens?: { readonly of: TokenKind; readonly vocabulary: number; readonly column?: string };
  /** A column of texts of a table that isn't learnt from, as there are others. */
  readonly leftOutText?: string;
  /** The columns of a table that make the input, in their order after encoding: `sex=female`, `age`. */
  readonly inputNames?: readonly string[];
  /** What was worked out and will be kept with the model, a sentence each: `120 examples train, 30 test (seed 1)`. */
  readonly choices: readonly string[];
  /** Of each input that is a number of a table, by its name, where they are few. */
  readonly inputFigures?: Readonly<Record<string, Figures>>;
}

export interface TargetFacts {
  /** Values per example as stored: 1 for a class index or a number, C for one-hot rows, T for an index at each step. */
  readonly n: number;
  /** T, where there is a class at each step of an example, such as the next token. */
  readonly steps?: number;
  /** The classes by index, where the values are texts or small whole numbers; else undefined (regression). */
  readonly classes?: readonly string[];
  /** Whether every value is 0 or 1. */
  readonly binary: boolean;
  /** Whether the file holds them already one row a class. */
  readonly oneHot: boolean;
  /** Whether what there is of an example is itself an array of two axes or more, such as a mask, or a picture to give back. */
  readonly ofArrays?: true;
  /** Of whole numbers that are taken for amounts though they come again: their column, and how many different ones. */
  readonly wholeNumbers?: { readonly column: string; readonly different: number };
  /** Of pictures, such as masks: their different values, where those are few whole numbers and not 0 and 1 alone. */
  readonly wholeValues?: readonly number[];
  /** How many examples each class has, where that was counted. */
  readonly counts?: readonly number[];
  /** Of numbers: of each of the n values, where they are few. */
  readonly figures?: readonly Figures[];
}

/** Of the numbers of a column: where the column is long, of some hundreds of them. */
export interface Figures {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly deviation: number;
  /** Whether they are of all numbers, so that there is none below `min` or above `max`. */
  readonly exact: boolean;
}

export interface DataFault {
  /** `missing-data-file`, `missing-column`, `missing-dataset`, `bad-data-file`, `length-mismatch`, … */
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** The path of the setting at fault: `data.train.x`, `data.file`. */
  readonly field: string;
  /** Values that would work there, best first: the names that are in the file. Each becomes a quick fix. */
  readonly suggestions?: readonly string[];
  /** Other ways out, each a quick fix. */
  readonly fixes?: readonly DataFix[];
}

/** A value of the network file that would mend a fault of the data. */
export interface DataFix {
  /** As a command: `Read 1,234 in price as 1234`. */
  readonly title: string;
  /** From the top: `['data', 'columns', 'price']`. */
  readonly path: readonly string[];
  readonly value: string | readonly string[];
}
