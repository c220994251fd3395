import * as vscode from 'vscode';
import type { ToView } from '../../protocol/view';
import type { Designer } from './designer';

/** The open designers. A document may have several. */
export class OpenDesigners implements vscode.Disposable {
  readonly #all = new Set<Designer>();
  readonly #changed = new vscode.EventEmitter<void>();
  /** One opened, closed, became active or stopped being so. */
  readonly onDidChange = this.#changed.event;
  readonly #selected = new vscode.EventEmitter<Designer>();
  /** Other layers are selected in a designer. */
  readonly onDidSelect = this.#selected.event;

  add(designer: Designer): void {
    this.#all.add(designer);
    designer.panel.onDidChangeViewState(() => this.#changed.fire());
    designer.panel.onDidDispose(() => {
      this.#all.delete(designer);
      this.#changed.fire();
    });
    this.#changed.fire();
  }

  select(designer: Designer, layers: readonly string[]): void {
    designer.selection = layers;
    this.#selected.fire(designer);
  }

  get active(): Designer | undefined {
    return [...this.#all].find(designer => designer.panel.active);
  }

  get shown(): Designer[] {
    return [...this.#all].filter(designer => designer.panel.visible);
  }

  get size(): number {
    return this.#all.size;
  }

  of(uri: vscode.Uri): Designer[] {
    const key = uri.toString();
    return [...this.#all].filter(designer => designer.document.uri.toString() === key);
  }

  post(uri: vscode.Uri, message: ToView): void {
    for (const designer of this.of(uri)) designer.post(message);
  }

  postAll(message: ToView): void {
    for (const designer of this.#all) designer.post(message);
  }

  dispose(): void {
    this.#changed.dispose();
    this.#selected.dispose();
  }
}
