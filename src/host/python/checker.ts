import * as vscode from 'vscode';
import {
  type CheckedProgram,
  type FromPythonChecker,
  type KnownFiles,
  readFromPythonChecker,
  type ToPythonChecker,
} from '../../protocol/pythonChecker';
import type { Hint } from '../../python/marks/hints';
import type { HoverWords } from '../../python/marks/hover';
import { ChildProcess } from '../process/childProcess';

/** A check's work is bounded; longer than this only a machine takes that does much else, or our bug. */
const longestCheck = 10_000; // ms

/** A process that ends as often within a minute isn't started again in it. */
const mostEnds = 5;
const minute = 60_000; // ms

/** A check that came to its end. Questions about it name its `id`. */
export interface Check extends CheckedProgram {
  readonly id: number;
}

/** Checks programs in a process of its own, which is started when first asked. */
export class Checker implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  /** What waits for the answer of each request; it gets undefined where the process ends before. */
  readonly #waiting = new Map<number, (answer: FromPythonChecker | undefined) => void>();
  #process: ChildProcess<ToPythonChecker, FromPythonChecker> | undefined;
  readonly #ended = new vscode.EventEmitter<void>();
  /** The process ended by itself, and with it all that it knew of programs. */
  readonly onEnd = this.#ended.event;
  /** When it did so. */
  #ends: number[] = [];
  #lastId = 0;

  constructor(extension: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#extension = extension;
    this.#log = log;
  }

  /** Undefined where the process ended: it failed, or took too long. */
  async check(program: string, text: string, files: KnownFiles): Promise<Check | undefined> {
    const limit = setTimeout(() => {
      this.#log.warn(`The check of ${program} was stopped, because it took over ${longestCheck / 1000} s.`);
      this.#process?.dispose();
    }, longestCheck);
    this.#process ??= this.#start();
    const answer = await this.#ask(id => ({ type: 'check', id, program, text, files }));
    clearTimeout(limit);
    return answer?.type === 'checked' ? { id: answer.id, ...answer.checked } : undefined;
  }

  async hover(program: string, check: number, offset: number): Promise<HoverWords | undefined> {
    const answer = await this.#ask(id => ({ type: 'hover', id, program, check, offset }));
    return answer?.type === 'hover' ? answer.hover : undefined;
  }

  async hints(
    program: string,
    check: number,
    range: { readonly start: number; readonly end: number; readonly all: boolean },
  ): Promise<readonly Hint[]> {
    const answer = await this.#ask(id => ({ type: 'hints', id, program, check, ...range }));
    return (answer?.type === 'hints' && answer.hints) || [];
  }

  close(program: string): void {
    this.#process?.send({ type: 'close', program });
  }

  /** No program is open any more. */
  rest(): void {
    this.#process?.disconnect();
    this.#process = undefined;
  }

  dispose(): void {
    const ending = this.#process;
    this.#process = undefined;
    ending?.dispose();
    this.#ended.dispose();
  }

  #ask(request: (id: number) => ToPythonChecker): Promise<FromPythonChecker | undefined> {
    const id = ++this.#lastId;
    const asked = this.#process;
    // a question needs the process that has made the check
    if (!asked) return Promise.resolve(undefined);
    return new Promise(resolve => {
      this.#waiting.set(id, answer => {
        this.#waiting.delete(id);
        resolve(answer);
      });
      asked.send(request(id));
    });
  }

  #start(): ChildProcess<ToPythonChecker, FromPythonChecker> | undefined {
    this.#ends = this.#ends.filter(end => Date.now() - end < minute);
    if (this.#ends.length >= mostEnds) return undefined;
    const started = new ChildProcess<ToPythonChecker, FromPythonChecker>(
      this.#extension,
      'pythonChecker.js',
      readFromPythonChecker,
    );
    started.onMessage(answer => this.#waiting.get(answer.id)?.(answer));
    started.onEnd(({ code, signal, errors }) => {
      const unexpected = this.#process === started;
      if (unexpected) {
        this.#process = undefined;
        this.#ends.push(Date.now());
        this.#log.error(`The process that checks Python ended (${signal ?? `exit code ${code}`}). ${errors}`);
      }
      for (const finish of [...this.#waiting.values()]) finish(undefined);
      if (unexpected) this.#ended.fire();
    });
    return started;
  }
}
