import { fork, type ChildProcess as NodeProcess } from 'node:child_process';
import * as vscode from 'vscode';
import type { ReadMessage } from '../../protocol/readMessage';

/** How a process ended: one of the two. */
export interface End {
  readonly code: number | null;
  readonly signal: string | null;
  /** The last of what it wrote to stderr, for the log. */
  readonly errors: string;
}

const keptErrors = 4000;

/** A bundle of the extension that runs in a process of its own, and what is said with it. */
export class ChildProcess<To extends object, From> implements vscode.Disposable {
  readonly #process: NodeProcess;
  readonly #message = new vscode.EventEmitter<From>();
  readonly #end = new vscode.EventEmitter<End>();
  #errors = '';
  #ended = false;
  readonly onMessage = this.#message.event;
  /** Fires once, after the last message; also where the process could not be started. */
  readonly onEnd = this.#end.event;

  /**
   * `bundle` is a file of `dist`. VS Code's own binary runs it as Node, so that nothing has to be installed. A process
   * that says what `read` doesn't know is broken: it is ended. `env` is added to the environment of this one.
   */
  constructor(
    extension: vscode.Uri,
    bundle: string,
    read: ReadMessage<From>,
    env: Readonly<Record<string, string>> = {},
  ) {
    const file = vscode.Uri.joinPath(extension, 'dist', bundle).fsPath;
    this.#process = fork(file, [], {
      execPath: process.execPath,
      execArgv: [],
      env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: '1' },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.stderr?.on('data', chunk => {
      this.#errors = (this.#errors + chunk).slice(-keptErrors);
    });
    this.#process.on('message', said => {
      const message = read(said);
      if (message !== undefined) this.#message.fire(message);
      else {
        this.#errors = `${this.#errors}It sent a message that ${bundle} doesn’t send.`.slice(-keptErrors);
        this.dispose();
      }
    });
    this.#process.on('error', error => this.#finish({ code: null, signal: null, errors: error.message }));
    // 'close' comes after stderr was read to its end
    this.#process.on('close', (code, signal) => this.#finish({ code, signal, errors: this.#errors }));
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Gives whether it went out: false where the process has ended, which `onEnd` may not have said yet. */
  send(message: To): Promise<boolean> {
    return new Promise(resolve => {
      if (!this.#process.connected) resolve(false);
      else this.#process.send(message, error => resolve(!error));
    });
  }

  /** Closes the channel: the process finishes what must not be lost, and ends. */
  disconnect(): void {
    if (this.#process.connected) this.#process.disconnect();
  }

  /** Ends it at once. */
  dispose(): void {
    this.#process.kill('SIGKILL');
  }

  #finish(end: End): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#end.fire(end);
    this.#message.dispose();
    this.#end.dispose();
  }
}
