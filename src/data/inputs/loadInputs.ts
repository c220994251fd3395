import { statOf, withFile } from '../bytes/sourceFile';
import { headOf } from '../bytes/streamOf';
import { Examples, type Inputs } from '../examples';
import type { Files } from '../files';
import { isImage } from '../images/readImage';
import type { Preprocessing } from '../preprocessing';
import { readerOf } from '../readers';
import type { Reading } from '../reading';
import { isInFile } from '../rows/rowsInFile';
import { splitTableAddress } from '../sources/address';
import { keptStandardising } from '../standardise';
import type { Targets } from '../targets';
import { readArrayInputs } from './arrayInputs';
import { readImageInputs } from './imageInputs';
import { type RawInputs, typedRows } from './rawInputs';
import { readTableInputs, rowsAsInputs } from './tableInputs';
import { readTextInputs, typedTexts } from './textInputs';

export type InputSource =
  | { readonly file: string }
  | { readonly rows: readonly (readonly (string | number)[])[] };

export interface LoadedInputs {
  readonly dataset: Examples;
  /** The names of the columns, and the rows as read, for the result file. */
  readonly columns: readonly string[];
  row(index: number): readonly string[];
  readonly place?: (index: number) => string;
  /** What had to be decided, a sentence each: a text that wasn't there in training, a gap that was filled. */
  readonly notes: readonly string[];
  /** To be called in the end: releases the file, where the rows of an array were left in it. */
  close(): Promise<void>;
}

/** A data set for predict: a table, a picture, an array, or typed rows, preprocessed as in training. */
export async function loadInputs(
  source: InputSource,
  preprocessing: Preprocessing,
  files: Files,
  reading?: Reading,
  streamAbove?: number,
): Promise<LoadedInputs> {
  const raw =
    'rows' in source
      ? await typedInputs(typedRows(source.rows, preprocessing), preprocessing)
      : await readFile(source.file, preprocessing, files, reading, streamAbove);
  return {
    dataset: new Examples(inputsOf(raw, preprocessing), targetsOf(raw, preprocessing), undefined, raw.m),
    columns: raw.columns,
    row: raw.row,
    ...(raw.place ? { place: raw.place } : {}),
    notes: raw.notes ?? [],
    close: async () => {
      if (isInFile(raw.data)) await raw.data.close();
    },
  };
}

function typedInputs(
  rows: readonly (readonly string[])[],
  preprocessing: Preprocessing,
): Promise<RawInputs> | RawInputs {
  const { text } = preprocessing;
  return text
    ? typedTexts(
        rows.map(([typed = '']) => typed),
        text,
        preprocessing,
      )
    : rowsAsInputs(rows, preprocessing);
}

async function readFile(
  address: string,
  preprocessing: Preprocessing,
  files: Files,
  reading?: Reading,
  streamAbove?: number,
): Promise<RawInputs> {
  if (preprocessing.text) return readTextInputs(address, preprocessing.text, preprocessing, files, reading);
  if ((await statOf(files, files.resolve(address), address))?.folder)
    return readImageInputs(address, preprocessing, files, reading);
  const { file: place, name } = await splitTableAddress(files, address);
  return withFile(files, place, async file => {
    if (isImage(await headOf(file))) return readImageInputs(address, preprocessing, files, reading);
    const reader = await readerOf(file);
    if (reader.kind === 'arrays') return readArrayInputs(address, preprocessing, files, reading, streamAbove);
    return readTableInputs(reader, file, preprocessing, reading, name);
  });
}

function inputsOf(raw: RawInputs, preprocessing: Preprocessing): Inputs {
  const standardise = keptStandardising(preprocessing.standardise);
  return {
    data: raw.data,
    shape: preprocessing.inputShape,
    scale: preprocessing.scale ?? 1,
    normaliseRows: preprocessing.normaliseRows ?? false,
    ...(preprocessing.inputNames ? { names: preprocessing.inputNames } : {}),
    ...(standardise ? { standardise } : {}),
  };
}

function targetsOf(raw: RawInputs, preprocessing: Preprocessing): Targets {
  const standardise = keptStandardising(preprocessing.standardiseTarget);
  return { ...(raw.targets ?? unknownTargets(preprocessing)), ...(standardise ? { standardise } : {}) };
}

/** What isn't known: no data at all, so that `truth` is undefined. */
function unknownTargets({ targets }: Preprocessing): Targets {
  const n = targets.classes ? 1 : targets.names.length;
  return {
    facts: {
      n,
      binary: targets.binary,
      oneHot: false,
      ...(targets.classes ? { classes: targets.classes } : {}),
    },
    data: new Float64Array(0),
  };
}
