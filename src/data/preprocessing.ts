import type { TokenKind } from '../core/network/dataSchema';
import type { Notation } from './tables/numbers/notation';

/** All that was worked out from the training data, as JSON kept in the run folder. Applied to every later input. */
export interface Preprocessing {
  readonly inputShape: readonly number[];
  /** The names of the inputs after encoding, where they have any: `age`, `sex=female`. */
  readonly inputNames?: readonly string[];
  /** How each source column becomes inputs; absent for arrays and images. */
  readonly columns?: readonly ColumnEncoding[];
  /** Of a table named as an array: how the numbers of each column are written, one for all where they are alike. */
  readonly notations?: readonly Notation[];
  /** How the table lay in its file; absent for arrays and images, and in runs from before it was kept. */
  readonly table?: TableLayout;
  /** The smallest and the largest value of each input in the training set, as read; absent for pictures and big data. */
  readonly ranges?: readonly (readonly [number, number])[];
  readonly scale?: number;
  readonly standardise?: { readonly mean: readonly number[]; readonly deviation: readonly number[] };
  readonly normaliseRows?: boolean;
  /** What was done to the numbers to predict, one of each: (y − mean) / deviation. Undone in what is predicted. */
  readonly standardiseTarget?: { readonly mean: readonly number[]; readonly deviation: readonly number[] };
  readonly image?: { readonly height: number; readonly width: number; readonly channels: 1 | 3 };
  /** Of a text: how it is cut into tokens, whose indices are the inputs. */
  readonly text?: TextReading;
  readonly targets: {
    readonly names: readonly string[];
    readonly classes?: readonly string[];
    /** Where the labels are numbers: the number each class stands for. */
    readonly values?: readonly number[];
    readonly binary: boolean;
    /** How the numbers of each are written; in runs from before it was kept, a comma may be a point. */
    readonly notations?: readonly Notation[];
  };
}

/** How a text becomes indices: the tokens that there are, in the order of their indices. */
export interface TextReading {
  readonly tokens: TokenKind;
  readonly vocabulary: readonly string[];
  /** Whether the last of them stands for all tokens that aren't among the others. */
  readonly others: boolean;
  /**
   * The indices that stand before a start shorter than an example, when the text is gone on with: a run of the training's own up to the
   * end of a line, or of the text.
   */
  readonly lead: readonly number[];
}

/** What a table that is predicted on is expected to be like, so that it is read as the one of the training was. */
export interface TableLayout {
  /** What parted the columns, where the table was text. */
  readonly delimiter?: string;
  /** All its columns, those that were left out too. */
  readonly columns: readonly string[];
  /** Whether it had a row of names; else they are made up. */
  readonly header: boolean;
}

/**
 * A column of a table as inputs. `missing` stands in for the gaps of a column of numbers: its mean in training.
 * `notation` says how they are written; in runs from before it was kept, a comma may be a point.
 */
export type ColumnEncoding =
  | { readonly name: string; readonly as: 'number'; readonly missing: number; readonly notation?: Notation }
  | { readonly name: string; readonly as: 'one-hot' | 'ordinal'; readonly values: readonly string[] }
  | TextColumn;

/**
 * A column of text: \`length\` indices of tokens a cell, padded at the end. Index 0 of the vocabulary is padding, index 1 stands for
 * all tokens that it doesn't hold.
 */
export interface TextColumn {
  readonly name: string;
  readonly as: 'text';
  readonly tokens: TokenKind;
  readonly vocabulary: readonly string[];
  readonly length: number;
}
