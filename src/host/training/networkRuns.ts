import * as vscode from 'vscode';
import { networkDigest } from '../../core/analyze';
import type { ToView } from '../../protocol/view';
import { listRuns } from '../../runs/folder/listRuns';
import { readMetrics, readRunHead } from '../../runs/folder/runFolder';
import { processOf, writerOf } from '../../runs/folder/runLock';
import type { RunInfo } from '../../runs/run';
import type { Snapshots } from '../document/snapshots';
import { isTrusted } from '../trust/trust';
import { type Failure, NetworkRun } from './networkRun';

/** The newest run of each network. Several networks may train at once. */
export class NetworkRuns implements vscode.Disposable {
  readonly #runs = new Map<string, NetworkRun>();
  readonly #reads = new Map<string, Promise<void>>();
  readonly #log: vscode.LogOutputChannel;
  readonly #said = new vscode.EventEmitter<{ network: vscode.Uri; message: ToView }>();
  readonly #changed = new vscode.EventEmitter<NetworkRun>();
  readonly #failed = new vscode.EventEmitter<{ run: NetworkRun; message: string; more: Failure }>();
  readonly #edited: vscode.Disposable;
  /** Something for the designers of a network. */
  readonly onDidSay = this.#said.event;
  readonly onDidChange = this.#changed.event;
  readonly onDidFail = this.#failed.event;

  constructor(snapshots: Snapshots, log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#edited = snapshots.onDidChange(document => {
      const run = this.#runs.get(document.uri.toString());
      if (run) compare(run, document);
    });
  }

  get all(): NetworkRun[] {
    return [...this.#runs.values()];
  }

  get live(): NetworkRun[] {
    return this.all.filter(run => run.live);
  }

  /** The run of a network, which may have none yet. */
  of(network: vscode.Uri): NetworkRun {
    const id = network.toString();
    const known = this.#runs.get(id);
    if (known) return known;
    const run: NetworkRun = new NetworkRun(network, {
      say: message => this.#said.fire({ network, message }),
      changed: () => {
        const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === id);
        if (document) compare(run, document);
        this.#changed.fire(run);
      },
      failed: (message, more = {}) => this.#failed.fire({ run, message, more }),
      log: message => this.#log.error(message),
    });
    this.#runs.set(id, run);
    return run;
  }

  /**
   * The same, with the newest run on disk read where this window doesn't know of one. In a workspace that isn't trusted
   * none is: its folder may hold anything.
   */
  async read(network: vscode.Uri): Promise<NetworkRun> {
    const id = network.toString();
    const run = this.of(network);
    if (run.info || network.scheme !== 'file' || !isTrusted()) return run;
    const reading = this.#reads.get(id) ?? this.#readNewest(run).finally(() => this.#reads.delete(id));
    this.#reads.set(id, reading);
    await reading;
    return run;
  }

  dispose(): void {
    this.#edited.dispose();
    for (const run of this.#runs.values()) run.dispose();
    for (const emitter of [this.#said, this.#changed, this.#failed]) emitter.dispose();
  }

  /** Shows a run of the network as it is on the disk. */
  async show(run: NetworkRun, info: RunInfo): Promise<void> {
    const writer = await writerOf(info.folder);
    // as it is now that its writer is known: one that has ended since has written its end
    const saved = (await readRunHead(info.folder)) ?? info;
    run.show(saved, await readMetrics(saved), writer && processOf(writer));
  }

  async #readNewest(run: NetworkRun): Promise<void> {
    const [newest] = await listRuns(run.network.fsPath);
    if (newest && !run.info) await this.show(run, newest);
  }
}

function compare(run: NetworkRun, document: vscode.TextDocument): void {
  if (run.info) run.stale = digestOf(document) !== run.info.digest;
}

const digests = new WeakMap<vscode.TextDocument, { readonly version: number; readonly digest: string }>();

function digestOf(document: vscode.TextDocument): string {
  const kept = digests.get(document);
  if (kept?.version === document.version) return kept.digest;
  const digest = networkDigest(document.getText());
  digests.set(document, { version: document.version, digest });
  return digest;
}
