import type * as vscode from 'vscode';
import type { DataReport } from '../../core/network/dataReport';
import type { DataSettings } from '../../core/network/schema';
import {
  type FileContents,
  type FromDescriber,
  readFromDescriber,
  type ToDescriber,
} from '../../protocol/describer';
import type { FileFacts } from '../../python/files/dataFiles';
import { ChildProcess } from '../process/childProcess';
import { readableFolders } from '../trust/readableFolders';

const idleLimit = 60_000; // ms

const processEnded =
  'The data could not be looked into, because the process that reads it ended. Is a file damaged, or larger than the memory? The Layerwise output says more.';

/** Looks into data files in a process of its own, which is started when first asked and ends when not asked for a while. */
export class Describer implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  /** What waits for the answer of each request; it gets undefined where the process ends before. */
  readonly #waiting = new Map<number, (answer: FromDescriber | undefined) => void>();
  #process: ChildProcess<ToDescriber, FromDescriber> | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(extension: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#extension = extension;
    this.#log = log;
  }

  /**
   * What is known of data without training on it. `folder` is where relative addresses begin. Gives undefined where
   * it was cancelled; a fault of the files is in the report.
   */
  async describe(
    settings: DataSettings,
    folder: string,
    token?: vscode.CancellationToken,
  ): Promise<DataReport | undefined> {
    const answer = await this.#ask(id => ({ type: 'describe', id, settings, ...placeOf(folder) }), token);
    if (token?.isCancellationRequested) return undefined;
    return answer?.type === 'report' ? answer.report : unread;
  }

  /** What is in a file. */
  async contents(file: string, folder: string): Promise<FileContents> {
    const answer = await this.#ask(id => ({ type: 'list', id, file, ...placeOf(folder) }));
    return answer?.type === 'contents' ? answer.contents : { kind: 'fault', message: processEnded };
  }

  /** What the headers of a file say, for the check of a program that names it; undefined where it can't be read. */
  async facts(
    file: string,
    folder: string,
    token?: vscode.CancellationToken,
  ): Promise<FileFacts | undefined> {
    const answer = await this.#ask(id => ({ type: 'facts', id, file, ...placeOf(folder) }), token);
    return answer?.type === 'facts' ? answer.facts : undefined;
  }

  dispose(): void {
    clearTimeout(this.#idle);
    this.#process?.dispose();
  }

  #ask(
    request: (id: number) => ToDescriber,
    token?: vscode.CancellationToken,
  ): Promise<FromDescriber | undefined> {
    const id = ++this.#lastId;
    clearTimeout(this.#idle);
    this.#process ??= this.#start();
    const asked = this.#process;
    return new Promise(resolve => {
      const finish = (answer: FromDescriber | undefined) => {
        listener?.dispose();
        this.#waiting.delete(id);
        if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.#rest(), idleLimit);
        resolve(answer);
      };
      const listener = token?.onCancellationRequested(() => {
        asked.send({ type: 'cancel', id });
        finish(undefined);
      });
      this.#waiting.set(id, finish);
      asked.send(request(id));
    });
  }

  #start(): ChildProcess<ToDescriber, FromDescriber> {
    const started = new ChildProcess<ToDescriber, FromDescriber>(
      this.#extension,
      'describer.js',
      readFromDescriber,
    );
    started.onMessage(answer => this.#waiting.get(answer.id)?.(answer));
    started.onEnd(({ code, signal, errors }) => {
      if (this.#process !== started) return;
      this.#process = undefined;
      if (this.#waiting.size === 0) return;
      this.#log.error(
        `The process that reads data files ended (${signal ?? `exit code ${code}`}). ${errors}`,
      );
      for (const finish of [...this.#waiting.values()]) finish(undefined);
    });
    return started;
  }

  #rest(): void {
    this.#process?.disconnect();
    this.#process = undefined;
  }
}

function placeOf(folder: string) {
  const within = readableFolders(folder);
  return { folder, ...(within && { within }) };
}

const unread: DataReport = {
  faults: [{ code: 'bad-data-file', severity: 'warning', field: 'data', message: processEnded }],
  files: [],
};
