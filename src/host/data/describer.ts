import type * as vscode from 'vscode';
import type { DataReport } from '../../core/network/dataReport';
import type { DataSettings } from '../../core/network/schema';
import type { FromDescriber, ToDescriber } from '../../protocol/describer';
import { ChildProcess } from '../process/childProcess';

const idleLimit = 60_000; // ms

/** Looks into data files in a process of its own, which is started when first asked and ends when not asked for a while. */
export class Describer implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #waiting = new Map<number, (report: DataReport) => void>();
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
  describe(
    settings: DataSettings,
    folder: string,
    token?: vscode.CancellationToken,
  ): Promise<DataReport | undefined> {
    const id = ++this.#lastId;
    clearTimeout(this.#idle);
    this.#process ??= this.#start();
    return new Promise(resolve => {
      const listener = token?.onCancellationRequested(() => {
        this.#process?.send({ type: 'cancel', id });
        finish(undefined);
      });
      const finish = (report: DataReport | undefined) => {
        listener?.dispose();
        this.#waiting.delete(id);
        if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.#rest(), idleLimit);
        resolve(report);
      };
      this.#waiting.set(id, finish);
      this.#process?.send({ type: 'describe', id, settings, folder });
    });
  }

  dispose(): void {
    clearTimeout(this.#idle);
    this.#process?.dispose();
  }

  #rest(): void {
    this.#process?.disconnect();
    this.#process = undefined;
  }

  #start(): ChildProcess<ToDescriber, FromDescriber> {
    const started = new ChildProcess<ToDescriber, FromDescriber>(this.#extension, 'describer.js');
    started.onMessage(({ id, report }) => this.#waiting.get(id)?.(report));
    started.onEnd(({ code, signal, errors }) => {
      if (this.#process !== started) return;
      this.#process = undefined;
      if (this.#waiting.size === 0) return;
      this.#log.error(
        `The process that reads data files ended (${signal ?? `exit code ${code}`}). ${errors}`,
      );
      for (const finish of [...this.#waiting.values()]) finish(unread);
    });
    return started;
  }
}

const unread: DataReport = {
  faults: [
    {
      code: 'bad-data-file',
      severity: 'warning',
      field: 'data',
      message:
        'The data could not be looked into, because the process that reads it ended. Is a file damaged, or larger than the memory? The Layerwise output says more.',
    },
  ],
  files: [],
};
