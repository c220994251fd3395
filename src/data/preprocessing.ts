/** All that was worked out from the training data, as JSON kept in the run folder. Applied to every later input. */
export interface Preprocessing {
  readonly inputShape: readonly number[];
  /** The names of the inputs after encoding, where they have any: `age`, `sex=female`. */
  readonly inputNames?: readonly string[];
  /** How each source column becomes inputs; absent for arrays and images. */
  readonly columns?: readonly ColumnEncoding[];
  readonly scale?: number;
  readonly standardise?: { readonly mean: readonly number[]; readonly deviation: readonly number[] };
  readonly normaliseRows?: boolean;
  /** What was done to the numbers to predict, one of each: (y − mean) / deviation. Undone in what is predicted. */
  readonly standardiseTarget?: { readonly mean: readonly number[]; readonly deviation: readonly number[] };
  readonly image?: { readonly height: number; readonly width: number; readonly channels: 1 | 3 };
  readonly targets: {
    readonly names: readonly string[];
    readonly classes?: readonly string[];
    /** Where the labels are numbers: the number each class stands for. */
    readonly values?: readonly number[];
    readonly binary: boolean;
  };
}

/** A column of a table as inputs. `missing` stands in for the gaps of a column of numbers: its mean in training. */
export type ColumnEncoding =
  | { readonly name: string; readonly as: 'number'; readonly missing: number }
  | { readonly name: string; readonly as: 'one-hot' | 'ordinal'; readonly values: readonly string[] };
