import * as z from 'zod';
import type { DataReport } from '../core/network/dataReport';
import type { DataSettings } from '../core/network/schema';
import type { FileFacts } from '../python/files/dataFiles';
import { fileFacts } from './fileFacts';
import { dataReport, numbers, texts } from './parts';
import { readMessage } from './readMessage';

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

/** From where relative addresses begin, and which folders nothing may be read outside of, where it isn't everywhere. */
interface Place {
  readonly folder: string;
  readonly within?: readonly string[];
}

/** From the host to the process that looks into data files: verbs. */
export type ToDescriber =
  | ({
      readonly type: 'describe';
      readonly id: number;
      readonly settings: DataSettings;
      readonly weights?: readonly string[];
    } & Place)
  | ({ readonly type: 'list'; readonly id: number; readonly file: string } & Place)
  | ({ readonly type: 'facts'; readonly id: number; readonly file: string } & Place)
  | { readonly type: 'cancel'; readonly id: number };

/** From that process: the answer to the request with the same id. One that was cancelled has none. */
export type FromDescriber =
  /** It works, and now and then where: on the request with this id. */
  | { readonly type: 'alive'; readonly id?: number }
  | { readonly type: 'report'; readonly id: number; readonly report: DataReport }
  | { readonly type: 'contents'; readonly id: number; readonly contents: FileContents }
  | { readonly type: 'facts'; readonly id: number; readonly facts: FileFacts | undefined };

const id = z.int().min(0);
const path = z.string();
const place = { folder: path, within: texts.optional() };

/** The reader checks settings when it reads them. */
const settings = z.custom<DataSettings>(value => typeof value === 'object' && value !== null);

export const toDescriberSchema: z.ZodType<ToDescriber> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('describe'), id, settings, weights: texts.optional(), ...place }),
  z.object({ type: z.literal('list'), id, file: path, ...place }),
  z.object({ type: z.literal('facts'), id, file: path, ...place }),
  z.object({ type: z.literal('cancel'), id }),
]);

const fileContents: z.ZodType<FileContents> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), columns: texts }),
  z.object({ kind: z.literal('arrays'), arrays: z.array(z.object({ name: z.string(), shape: numbers })) }),
  z.object({ kind: z.literal('fault'), message: z.string() }),
]);

export const fromDescriberSchema: z.ZodType<FromDescriber> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('alive'), id: id.optional() }),
  z.object({ type: z.literal('report'), id, report: dataReport }),
  z.object({ type: z.literal('contents'), id, contents: fileContents }),
  z.object({ type: z.literal('facts'), id, facts: z.union([fileFacts, z.undefined()]) }),
]);

export const readToDescriber = readMessage(toDescriberSchema);
export const readFromDescriber = readMessage(fromDescriberSchema);
