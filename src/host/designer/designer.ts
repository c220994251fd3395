import type * as vscode from 'vscode';
import type { ToView } from '../../protocol/view';

/** One open designer: a panel that shows a document. */
export class Designer {
  readonly document: vscode.TextDocument;
  readonly panel: vscode.WebviewPanel;
  /** The layers selected in it. */
  selection: readonly string[] = [];
  #ready = false;
  #closed = false;
  #waiting: ToView[] = [];

  constructor(document: vscode.TextDocument, panel: vscode.WebviewPanel) {
    this.document = document;
    this.panel = panel;
    // a hidden view is thrown away by VS Code, and built again when it is shown
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#ready = false;
    });
    panel.onDidDispose(() => {
      this.#closed = true;
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
}
