import * as vscode from 'vscode';
import { analyze, isReadable, type Snapshot, weightsFiles } from '../../core/analyze';
import type { DataReport } from '../../core/network/dataReport';
import type { DataReports } from '../data/dataReports';
import { isNetworkFile } from '../network/networkFile';
import { Pauses } from './pauses';

/** A text that takes more than some milliseconds to check isn't checked at each keystroke. */
const longText = 100_000; // characters
const quiet = 200; // ms

interface Kept {
  readonly version: number;
  readonly data: DataReport | undefined;
  readonly snapshot: Snapshot;
}

/** A network's text as it was at a version. */
export interface VersionedText {
  readonly text: string;
  readonly version: number;
}

/** The analysis of each open network: one for each version of its text and its data, whoever asks. */
export class Snapshots implements vscode.Disposable {
  readonly #data: DataReports;
  readonly #kept = new WeakMap<vscode.TextDocument, Kept>();
  readonly #readable = new WeakMap<vscode.TextDocument, VersionedText>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable;
  /** Of long texts that are being typed. */
  readonly #pauses = new Pauses<vscode.TextDocument>();
  /** A network was opened, its text changed (and the typing in a long one has paused), or more is known of its data. */
  readonly onDidChange = this.#changed.event;

  constructor(data: DataReports) {
    this.#data = data;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#pauses,
      vscode.workspace.onDidOpenTextDocument(document => this.#look(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#lookInPause(document)),
      vscode.workspace.onDidCloseTextDocument(document => {
        this.#pauses.cancel(document);
        data.forget(document.uri);
      }),
      data.onDidChange(uri => {
        const document = this.open.find(open => open.uri.toString() === uri.toString());
        if (document) this.#changed.fire(document);
      }),
    );
  }

  /** The networks that are open, in a designer or as text. */
  get open(): vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(({ uri, isClosed }) => !isClosed && isNetworkFile(uri));
  }

  /** Tells of those that were open before anyone listened. */
  start(): void {
    for (const document of this.open) this.#look(document);
  }

  of(document: vscode.TextDocument): Snapshot {
    const data = this.#data.of(document.uri);
    const kept = this.#kept.get(document);
    if (kept?.version === document.version && kept.data === data) return kept.snapshot;
    const snapshot = analyze(document.getText(), data);
    this.#kept.set(document, { version: document.version, data, snapshot });
    return snapshot;
  }

  /** Where the text can't be read: the last one before it that could. An empty text has none before it. */
  lastReadable(document: vscode.TextDocument): VersionedText | undefined {
    const last = this.#readable.get(document);
    return last?.version === document.version ? undefined : last;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #lookInPause(document: vscode.TextDocument): void {
    if (!isNetworkFile(document.uri)) return;
    if (document.getText().length < longText) this.#look(document);
    else this.#pauses.after(document, quiet, () => this.#look(document));
  }

  #look(document: vscode.TextDocument): void {
    if (!isNetworkFile(document.uri)) return;
    const snapshot = this.of(document);
    const { network } = snapshot;
    const text = document.getText();
    if (isReadable(snapshot)) this.#readable.set(document, { text, version: document.version });
    else if (text.trim() === '') this.#readable.delete(document);
    // settings that are half typed leave the report as it was
    if (network?.data) this.#data.follow(document.uri, network.data, weightsFiles(network));
    else if (network && !network.span('data')) this.#data.forget(document.uri);
    this.#changed.fire(document);
  }
}
