import type * as vscode from 'vscode';
import type { ToView } from '../../protocol/view';

/** What became of what was typed in a view. */
export interface Settled {
  /** What couldn't be read, in a sentence. */
  readonly fault?: string;
  /** It didn't answer. */
  readonly silent?: true;
}

/** One open designer: a panel that shows a document. */
export class Designer {
  readonly document: vscode.TextDocument;
  readonly panel: vscode.WebviewPanel;
  /** The layers selected in it. */
  selection: readonly string[] = [];
  #ready = false;
  #closed = false;
  #waiting: ToView[] = [];
  #settling = new Map<number, (answer: Settled) => void>();
  #questions = 0;

  constructor(document: vscode.TextDocument, panel: vscode.WebviewPanel) {
    this.document = document;
    this.panel = panel;
    // a hidden view is thrown away by VS Code, and built again when it is shown
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#gone();
    });
    panel.onDidDispose(() => {
      this.#closed = true;
      this.#gone();
    });
  }

  /** The view listens from now on. `all` is what it shows; requests that came earlier follow. */
  ready(all: readonly ToView[]): void {
    // closed or hidden again while this was read: a view that is built again asks again
    if (this.#closed || !this.panel.visible) return;
    this.#ready = true;
    for (const message of [...all, ...this.#waiting]) this.post(message);
    this.#waiting = [];
  }

  /** A view that doesn't listen yet gets requests later; all else it will get with `ready`. */
  post(message: ToView): void {
    if (this.#ready) this.panel.webview.postMessage(message);
    else if (message.type === 'request' || message.type === 'selection') this.#waiting.push(message);
  }

  /**
   * Has what is typed in fields of the view sent as edits, where it is shown. Gives a sentence of what can't be read, and
   * `silent` where the view doesn't answer for `patience` milliseconds.
   */
  settle(patience: number): Promise<Settled> {
    if (!this.#ready) return Promise.resolve({});
    const id = ++this.#questions;
    return new Promise(resolve => {
      const timer = setTimeout(() => this.settled(id, { silent: true }), patience);
      this.#settling.set(id, answer => {
        clearTimeout(timer);
        resolve(answer);
      });
      this.post({ type: 'settle', id });
    });
  }

  /** The view has answered. */
  settled(id: number, answer: Settled): void {
    this.#settling.get(id)?.(answer);
    this.#settling.delete(id);
  }

  /** Hidden or closed: what was typed was sent when its field lost the focus. */
  #gone(): void {
    this.#ready = false;
    for (const id of [...this.#settling.keys()]) this.settled(id, {});
  }
}
