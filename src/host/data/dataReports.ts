import * as vscode from 'vscode';
import type { DataFault, DataReport } from '../../core/network/dataReport';
import type { DataSettings } from '../../core/network/schema';
import type { Describer } from './describer';
import { folderOf } from './folderOf';
import { watchFiles } from './watchFiles';

interface Followed {
  /** The settings as text: what the report is of. */
  readonly key: string;
  readonly settings: DataSettings;
  /** The files and runs that the network starts from. */
  readonly weights: readonly string[];
  report: DataReport | undefined;
  watcher?: vscode.Disposable;
  reading?: vscode.CancellationTokenSource;
}

/** What is known of the data of each open network: read in the background, and again when a file of it changes. */
export class DataReports implements vscode.Disposable {
  readonly #describer: Describer;
  readonly #followed = new Map<string, Followed>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** The report of this network is another one. */
  readonly onDidChange = this.#changed.event;

  constructor(describer: Describer) {
    this.#describer = describer;
  }

  /** The newest report; while data is read anew, that of before. */
  of(network: vscode.Uri): DataReport | undefined {
    return this.#followed.get(network.toString())?.report;
  }

  /** The network's data is now `settings`, and `weights` are what it starts from. */
  follow(network: vscode.Uri, settings: DataSettings, weights: readonly string[] = []): void {
    const id = network.toString();
    const key = JSON.stringify([settings, weights]);
    const before = this.#followed.get(id);
    if (before?.key === key) return;
    end(before);
    const followed: Followed = { key, settings, weights, report: before?.report };
    this.#followed.set(id, followed);
    void this.#read(network, followed);
  }

  /** More may be read than before. */
  readAgain(): void {
    for (const [id, followed] of this.#followed) void this.#read(vscode.Uri.parse(id), followed);
  }

  /** A training found a fault that the headers don't show; it stands until the data or their settings change. */
  found(network: vscode.Uri, fault: DataFault): void {
    const followed = this.#followed.get(network.toString());
    if (!followed?.report || followed.report.faults.some(({ message }) => message === fault.message)) return;
    followed.report = { ...followed.report, faults: [...followed.report.faults, fault] };
    this.#changed.fire(network);
  }

  /** The network was closed, or names no data any more. */
  forget(network: vscode.Uri): void {
    const before = this.#followed.get(network.toString());
    if (!before) return;
    end(before);
    this.#followed.delete(network.toString());
    this.#changed.fire(network);
  }

  dispose(): void {
    for (const followed of this.#followed.values()) end(followed);
    this.#changed.dispose();
  }

  async #read(network: vscode.Uri, followed: Followed): Promise<void> {
    const folder = folderOf(network);
    if (!folder) return;
    followed.reading?.cancel();
    const reading = new vscode.CancellationTokenSource();
    followed.reading = reading;
    const report = await this.#describer.describe(followed, folder, reading.token);
    if (!report || reading.token.isCancellationRequested) return;
    followed.report = report;
    followed.watcher?.dispose();
    followed.watcher = watchFiles(report.files, () => this.#read(network, followed));
    this.#changed.fire(network);
  }
}

function end(followed: Followed | undefined): void {
  followed?.reading?.cancel();
  followed?.watcher?.dispose();
}
