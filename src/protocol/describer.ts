import type { DataReport } from '../core/network/dataReport';
import type { DataSettings } from '../core/network/schema';
import type { FileFacts } from '../python/files/dataFiles';

/** What is in a data file, so that a person can choose from it. */
export type FileContents =
  | { readonly kind: 'table'; readonly columns: readonly string[] }
  | { readonly kind: 'arrays'; readonly arrays: readonly NamedArray[] }
  /** It can't be read; one sentence. */
  | { readonly kind: 'fault'; readonly message: string };

export interface NamedArray {
  /** The empty text where the file holds one array without a name. */
  readonly name: string;
  readonly shape: readonly number[];
}

/** From the host to the process that looks into data files: verbs. `folder` is where relative addresses begin. */
export type ToDescriber =
  | {
      readonly type: 'describe';
      readonly id: number;
      readonly settings: DataSettings;
      readonly folder: string;
    }
  | { readonly type: 'list'; readonly id: number; readonly file: string; readonly folder: string }
  | { readonly type: 'facts'; readonly id: number; readonly file: string; readonly folder: string }
  | { readonly type: 'cancel'; readonly id: number };

/** From that process: the answer to the request with the same id. One that was cancelled has none. */
export type FromDescriber =
  | { readonly type: 'report'; readonly id: number; readonly report: DataReport }
  | { readonly type: 'contents'; readonly id: number; readonly contents: FileContents }
  | { readonly type: 'facts'; readonly id: number; readonly facts: FileFacts | undefined };
