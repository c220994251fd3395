import type { DataReport } from '../core/network/dataReport';
import type { DataSettings } from '../core/network/schema';
import type { Dataset } from '../core/train/dataset';
import type { Files } from './files';
import type { Preprocessing } from './preprocessing';

/** Progress of a long read, 0 to 1, and a way to stop it: throws `Cancelled` inside when `cancelled()` is true. */
export interface Reading {
  progress?(share: number): void;
  cancelled?(): boolean;
}

/** Reads headers (and counts the rows of a table): never the whole of a large array. Never throws for a user's fault. */
export declare function describeData(settings: DataSettings, files: Files, reading?: Reading): Promise<DataReport>;

export interface LoadedData {
  readonly train: Dataset;
  /** Undefined where no test set is named and the split is 0. */
  readonly test: Dataset | undefined;
  /** What was learnt from the training set (means, encodings, classes): kept with the model, applied in predict. */
  readonly preprocessing: Preprocessing;
  readonly report: DataReport;
}

/** Reads the data for training. A user's fault rejects with `DataError`, whose message is one clear sentence. */
export declare function loadData(settings: DataSettings, files: Files, reading?: Reading): Promise<LoadedData>;

/** A data set for predict: a CSV, an image file, an array, or typed rows, preprocessed as in training. */
export declare function loadInputs(source: InputSource, preprocessing: Preprocessing, files: Files, reading?: Reading): Promise<LoadedInputs>;

export type InputSource = { readonly file: string } | { readonly rows: readonly (readonly (string | number)[])[] };

export interface LoadedInputs {
  readonly dataset: Dataset;
  /** The names of the columns, and the rows as read, for the result file. */
  readonly columns: readonly string[];
  row(index: number): readonly string[];
}
