import type { DataReport } from '../core/network/dataReport';
import type { DataSettings } from '../core/network/schema';

/** From the host to the process that looks into data files: verbs. */
export type ToDescriber =
  | {
      readonly type: 'describe';
      readonly id: number;
      readonly settings: DataSettings;
      /** Where relative addresses begin: the folder of the network's file. */
      readonly folder: string;
    }
  | { readonly type: 'cancel'; readonly id: number };

/** From that process: the answer to `describe` with the same id. A cancelled request has none. */
export type FromDescriber = { readonly type: 'report'; readonly id: number; readonly report: DataReport };
