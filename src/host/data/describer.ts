import { relative, resolve } from 'node:path';
import type * as vscode from 'vscode';
import type { AugmentationSetting } from '../../core/augmentations';
import type { DataReport } from '../../core/network/dataReport';
import type { DataSettings } from '../../core/network/schema';
import { listed } from '../../data/sentence';
import {
  type AugmentedPictures,
  type FileContents,
  type FromDescriber,
  readFromDescriber,
  type ToDescriber,
} from '../../protocol/describer';
import type { FileFacts } from '../../python/files/dataFiles';
import { ChildProcess } from '../process/childProcess';
import { readableFolders } from '../trust/readableFolders';
import { type Outcome, ReadingProcesses, type Request } from './readingProcesses';

/** Looks into data files in processes of their own, which are started when asked and end when not asked for a while. */
export class Describer implements vscode.Disposable {
  readonly #processes: ReadingProcesses;

  constructor(extension: vscode.Uri, log: vscode.LogOutputChannel) {
    const start = () =>
      new ChildProcess<ToDescriber, FromDescriber>(extension, 'describer.js', readFromDescriber);
    this.#processes = new ReadingProcesses(start, line => log.error(line));
  }

  /**
   * What is known of data without training on it. `folder` is where relative addresses begin. Gives undefined where
   * it was cancelled; a fault of the files is in the report.
   */
  async describe(
    { settings, weights }: { readonly settings: DataSettings; readonly weights?: readonly string[] },
    folder: string,
    token?: vscode.CancellationToken,
  ): Promise<DataReport | undefined> {
    const outcome = await this.#ask(
      id => ({ type: 'describe', id, settings, weights, ...placeOf(folder) }),
      token,
    );
    if (token?.isCancellationRequested || outcome.kind === 'cancelled') return undefined;
    if (outcome.kind === 'answer' && outcome.answer.type === 'report') return outcome.answer.report;
    const addresses = addressesOf(settings);
    return {
      faults: [
        { code: 'bad-data-file', severity: 'warning', field: 'data', message: failure(addresses, outcome) },
      ],
      // so that it is tried again when one of them changes
      files: addresses
        .map(address => resolve(folder, address))
        .filter(path => !relative(folder, path).startsWith('..')),
    };
  }

  /** Pictures of the training set as steps will see them; undefined where it was cancelled. */
  async augmented(
    settings: DataSettings,
    augment: readonly AugmentationSetting[],
    seed: number,
    folder: string,
    cancelled: (cancel: () => void) => void,
  ): Promise<AugmentedPictures | undefined> {
    const outcome = await this.#processes.ask(
      id => ({ ...{ type: 'augment', id, settings, augment, seed }, ...placeOf(folder) }),
      cancelled,
    );
    if (outcome.kind === 'cancelled') return undefined;
    return outcome.kind === 'answer' && outcome.answer.type === 'augmented'
      ? outcome.answer.pictures
      : { kind: 'fault', message: failure(addressesOf(settings), outcome) };
  }

  /** What is in a file. */
  async contents(file: string, folder: string): Promise<FileContents> {
    const outcome = await this.#ask(id => ({ type: 'list', id, file, ...placeOf(folder) }));
    return outcome.kind === 'answer' && outcome.answer.type === 'contents'
      ? outcome.answer.contents
      : { kind: 'fault', message: failure([file], outcome) };
  }

  /** What the headers of a file say, for the check of a program that names it; undefined where it can't be read. */
  async facts(
    file: string,
    folder: string,
    token?: vscode.CancellationToken,
  ): Promise<FileFacts | undefined> {
    const outcome = await this.#ask(id => ({ type: 'facts', id, file, ...placeOf(folder) }), token);
    return outcome.kind === 'answer' && outcome.answer.type === 'facts' ? outcome.answer.facts : undefined;
  }

  dispose(): void {
    this.#processes.dispose();
  }

  async #ask(request: (id: number) => Request, token?: vscode.CancellationToken): Promise<Outcome> {
    let listener: vscode.Disposable | undefined;
    try {
      return await this.#processes.ask(request, cancel => {
        listener = token?.onCancellationRequested(cancel);
      });
    } finally {
      listener?.dispose();
    }
  }
}

function placeOf(folder: string) {
  const within = readableFolders(folder);
  return { folder, ...(within && { within }) };
}

/** The files and folders that settings name. */
function addressesOf(settings: DataSettings): string[] {
  if ('train' in settings) {
    const pairs = settings.test ? [settings.train, settings.test] : [settings.train];
    return distinct(pairs.flatMap(({ x, y }) => [x, y]).map(address => address.replace(/#[^#]*$/, '')));
  }
  const named =
    'file' in settings
      ? settings.file
      : 'images' in settings
        ? settings.images
        : 'text' in settings
          ? settings.text
          : undefined;
  if (named === undefined) return [];
  return 'test' in settings && settings.test ? distinct([named, settings.test]) : [named];
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** Why nothing is known of some files. */
function failure(addresses: readonly string[], outcome: Outcome): string {
  const names = listed(addresses, 4);
  return outcome.kind === 'silent'
    ? `The reading of ${names} was stopped because it came to no end, so what is there isn’t known. Is a file damaged, or on a disk that doesn’t answer?`
    : `The process that reads data files ended at ${names}, so what is there isn’t known. Is a file damaged, or larger than the memory? The Layerwise output says more.`;
}
