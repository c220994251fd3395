import * as z from 'zod';
import type { AugmentationSetting } from '../core/augmentations';
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

/** A picture for the eye: its bytes, row after row, the channels of a pixel together, in base64. */
export interface SmallPicture {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  readonly pixels: string;
}

/** Some pictures of a training set: each as it is, then as the steps of the first epochs see it. */
export type AugmentedPictures =
  | {
      readonly kind: 'pictures';
      readonly rows: readonly {
        readonly index: number;
        /** Its class, or what it is of numbers. */
        readonly truth?: string;
        readonly pictures: readonly SmallPicture[];
      }[];
    }
  /** The data can't be read; one sentence. */
  | { readonly kind: 'fault'; readonly message: string };

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
  | ({
      readonly type: 'augment';
      readonly id: number;
      readonly settings: DataSettings;
      readonly augment: readonly AugmentationSetting[];
      readonly seed: number;
    } & Place)
  | ({ readonly type: 'list'; readonly id: number; readonly file: string } & Place)
  | ({ readonly type: 'facts'; readonly id: number; readonly file: string } & Place)
  | { readonly type: 'cancel'; readonly id: number };

/** From that process: the answer to the request with the same id. One that was cancelled has none. */
export type FromDescriber =
  /** It works, and now and then where: on the request with this id. */
  | { readonly type: 'alive'; readonly id?: number }
  | { readonly type: 'report'; readonly id: number; readonly report: DataReport }
  | { readonly type: 'augmented'; readonly id: number; readonly pictures: AugmentedPictures }
  | { readonly type: 'contents'; readonly id: number; readonly contents: FileContents }
  | { readonly type: 'facts'; readonly id: number; readonly facts: FileFacts | undefined };

const id = z.int().min(0);
const path = z.string();
const place = { folder: path, within: texts.optional() };

/** The reader checks settings when it reads them. */
const settings = z.custom<DataSettings>(value => typeof value === 'object' && value !== null);

const augment = z.custom<readonly AugmentationSetting[]>(value => Array.isArray(value));

export const toDescriberSchema: z.ZodType<ToDescriber> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('describe'), id, settings, weights: texts.optional(), ...place }),
  z.object({ type: z.literal('augment'), id, settings, augment, seed: z.number(), ...place }),
  z.object({ type: z.literal('list'), id, file: path, ...place }),
  z.object({ type: z.literal('facts'), id, file: path, ...place }),
  z.object({ type: z.literal('cancel'), id }),
]);

const fileContents: z.ZodType<FileContents> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), columns: texts }),
  z.object({ kind: z.literal('arrays'), arrays: z.array(z.object({ name: z.string(), shape: numbers })) }),
  z.object({ kind: z.literal('fault'), message: z.string() }),
]);

export const augmentedPictures: z.ZodType<AugmentedPictures> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pictures'),
    rows: z.array(
      z.object({
        index: z.int().min(0),
        truth: z.string().optional(),
        pictures: z.array(
          z.object({
            height: z.int(),
            width: z.int(),
            channels: z.union([z.literal(1), z.literal(3)]),
            pixels: z.string(),
          }),
        ),
      }),
    ),
  }),
  z.object({ kind: z.literal('fault'), message: z.string() }),
]);

export const fromDescriberSchema: z.ZodType<FromDescriber> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('alive'), id: id.optional() }),
  z.object({ type: z.literal('report'), id, report: dataReport }),
  z.object({ type: z.literal('augmented'), id, pictures: augmentedPictures }),
  z.object({ type: z.literal('contents'), id, contents: fileContents }),
  z.object({ type: z.literal('facts'), id, facts: z.union([fileFacts, z.undefined()]) }),
]);

export const readToDescriber = readMessage(toDescriberSchema);
export const readFromDescriber = readMessage(fromDescriberSchema);
