import type { FromDescriber, ToDescriber } from '../../protocol/describer';

/** A process that looks into data files, as a `ChildProcess` is. */
export interface ReadingProcess {
  send(message: ToDescriber): unknown;
  onMessage(listener: (message: FromDescriber) => void): unknown;
  onEnd(
    listener: (end: {
      readonly code: number | null;
      readonly signal: string | null;
      readonly errors: string;
    }) => void,
  ): unknown;
  dispose(): void;
}

export type Request = Exclude<ToDescriber, { type: 'cancel' }>;
type Answer = Exclude<FromDescriber, { type: 'alive' }>;

/** What came of a request: its answer, or why there is none. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The process ended over it, or there was no sign of it for so long that it was ended. */
  | { readonly kind: 'ended' | 'silent' }
  | { readonly kind: 'cancelled' };

/** Milliseconds without a sign. They are counted in ticks, so that a machine that sleeps isn't taken for a file that hangs. */
export interface Patience {
  readonly tick: number;
  /** Of a process until its first sign. */
  readonly start: number;
  /** Of a process that several requests wait for: after it each gets a process of its own. */
  readonly shared: number;
  /** Of a process with one request. */
  readonly alone: number;
  /** Of a request whose process gives signs, as where a disk doesn't answer. */
  readonly request: number;
  /** Of a process that nothing is asked of. */
  readonly idle: number;
}

const usual: Patience = {
  tick: 250,
  start: 30_000,
  shared: 3_000,
  alone: 10_000,
  request: 30_000,
  idle: 60_000,
};
/** Processes with one request each, at a time. */
const mostAlone = 4;

interface Question {
  readonly id: number;
  /** The request without its number: what is known to hold a process up by it stays apart. */
  readonly key: string;
  readonly request: Request;
  readonly finish: (outcome: Outcome) => void;
  quiet: number;
  /** Whether a process has taken it up. */
  begun: boolean;
  /** How often it was put to a process. */
  tries: number;
}

interface Worker {
  readonly process: ReadingProcess;
  readonly questions: Map<number, Question>;
  alone: boolean;
  begun: boolean;
  quiet: number;
}

/**
 * Puts requests to processes that look into data files. They share one. Where it gives no sign, or ends, each of its
 * requests is put again to a process of its own, so that the file at fault holds up no other, and is found.
 */
export class ReadingProcesses {
  readonly #start: () => ReadingProcess;
  readonly #log: (line: string) => void;
  readonly #patience: Patience;
  readonly #workers = new Set<Worker>();
  #shared: Worker | undefined;
  /** To be put to a process of their own. */
  #apart: Question[] = [];
  readonly #suspects = new Set<string>();
  #watch: NodeJS.Timeout | undefined;
  #lastId = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(start: () => ReadingProcess, log: (line: string) => void, patience: Partial<Patience> = {}) {
    this.#start = start;
    this.#log = log;
    this.#patience = { ...usual, ...patience };
  }

  /** `cancelled` is called once, with what cancels the request. */
  ask(request: (id: number) => Request, cancelled?: (cancel: () => void) => void): Promise<Outcome> {
    const id = ++this.#lastId;
    const asked = request(id);
    const key = JSON.stringify({ ...asked, id: 0 });
    clearTimeout(this.#idle);
    return new Promise(resolve => {
      const finish = (outcome: Outcome) => {
        this.#drop(id);
        resolve(outcome);
      };
      const question: Question = { id, key, request: asked, finish, quiet: 0, begun: false, tries: 0 };
      this.#watch ??= setInterval(() => this.#tick(), this.#patience.tick);
      if (this.#suspects.has(key)) this.#apart.push(question);
      else this.#put(question, this.#sharedWorker());
      this.#next();
      cancelled?.(() => {
        this.#workerOf(id)?.process.send({ type: 'cancel', id });
        finish({ kind: 'cancelled' });
      });
    });
  }

  dispose(): void {
    clearInterval(this.#watch);
    clearTimeout(this.#idle);
    for (const { process } of this.#workers) process.dispose();
    this.#workers.clear();
  }

  /** One that was silent for a moment isn't given more. */
  #sharedWorker(): Worker {
    if (this.#shared?.begun && this.#shared.quiet * 2 > this.#patience.shared) this.#leaveAlone(this.#shared);
    this.#shared ??= this.#begin(false);
    return this.#shared;
  }

  #begin(alone: boolean): Worker {
    const process = this.#start();
    const worker: Worker = { process, questions: new Map(), alone, begun: false, quiet: 0 };
    this.#workers.add(worker);
    process.onMessage(message => {
      worker.begun = true;
      worker.quiet = 0;
      if (message.type !== 'alive')
        worker.questions.get(message.id)?.finish({ kind: 'answer', answer: message });
      else if (message.id !== undefined) {
        const question = worker.questions.get(message.id);
        if (question) question.quiet = 0;
      }
    });
    process.onEnd(({ code, signal, errors }) => {
      if (!this.#workers.has(worker)) return;
      if (worker.questions.size > 0)
        this.#log(`The process that reads data files ended (${signal ?? `exit code ${code}`}). ${errors}`);
      this.#giveUp(worker, 'ended');
    });
    return worker;
  }

  #put(question: Question, worker: Worker): void {
    question.quiet = 0;
    question.begun = false;
    question.tries++;
    worker.questions.set(question.id, question);
    worker.process.send(question.request);
  }

  /** Begins with what is to be put apart, as far as there may be processes. */
  #next(): void {
    while (this.#apart.length > 0 && this.#aloneCount() < mostAlone)
      this.#put(this.#apart.shift()!, this.#begin(true));
  }

  #aloneCount(): number {
    return [...this.#workers].filter(({ alone }) => alone).length;
  }

  #tick(): void {
    const { tick, start, shared, alone, request } = this.#patience;
    for (const worker of [...this.#workers]) {
      if (worker.questions.size === 0) continue;
      worker.quiet += tick;
      if (!worker.begun) {
        if (worker.quiet > start) this.#giveUp(worker, 'silent');
        continue;
      }
      if (worker.quiet > alone || (worker.quiet > shared && worker.questions.size > 1)) {
        this.#giveUp(worker, 'silent');
        continue;
      }
      for (const question of [...worker.questions.values()]) {
        question.quiet += tick;
        if (question.quiet <= request) continue;
        // one of its threads waits for a disk: the others go on in a new one
        this.#fail(worker, question, 'silent');
        const others = [...worker.questions.values()];
        this.#remove(worker);
        for (const other of others) this.#put(other, this.#sharedWorker());
        break;
      }
    }
  }

  /** Ends a process. Where it had one request, that is at fault; else each gets a process of its own. */
  #giveUp(worker: Worker, kind: 'ended' | 'silent'): void {
    const questions = [...worker.questions.values()];
    this.#remove(worker);
    const [question] = questions;
    // one that came while the process was ending has done nothing
    const isInnocent = question && !question.begun && question.tries === 1 && worker.begun;
    if (question && questions.length === 1 && !isInnocent) this.#fail(worker, question, kind);
    else this.#apart.push(...questions);
    this.#next();
  }

  #fail(worker: Worker, question: Question, kind: 'ended' | 'silent'): void {
    worker.questions.delete(question.id);
    this.#suspects.add(question.key);
    if (kind === 'silent')
      this.#log(`The process that read ${question.key} was ended, because no answer came.`);
    question.finish({ kind });
  }

  #remove(worker: Worker): void {
    this.#workers.delete(worker);
    if (this.#shared === worker) this.#shared = undefined;
    worker.process.dispose();
  }

  /** It goes on with what it has; one that has nothing hangs in what was cancelled. */
  #leaveAlone(worker: Worker): void {
    this.#shared = undefined;
    if (worker.questions.size > 0) worker.alone = true;
    else this.#remove(worker);
  }

  #workerOf(id: number): Worker | undefined {
    return [...this.#workers].find(({ questions }) => questions.has(id));
  }

  /** A request has come to its end. */
  #drop(id: number): void {
    this.#apart = this.#apart.filter(question => question.id !== id);
    const worker = this.#workerOf(id);
    worker?.questions.delete(id);
    if (worker?.alone && worker.questions.size === 0) {
      this.#workers.delete(worker);
      // a request that was cancelled may hang
      worker.process.dispose();
    }
    this.#next();
    const isBusy = this.#apart.length > 0 || [...this.#workers].some(({ questions }) => questions.size > 0);
    if (isBusy) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#rest(), this.#patience.idle);
  }

  /** It has nothing to lose, and may hang in what was cancelled: then it would hear of nothing. */
  #rest(): void {
    if (this.#shared) this.#remove(this.#shared);
  }
}
