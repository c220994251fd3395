import { type ChildProcess, fork } from 'node:child_process';
import type { FromTrainer, ToTrainer } from '../../src/protocol/trainer';
import type { MetricPoint, RunInfo, RunState } from '../../src/runs/run';

/** A training process of the bundle at `path`, started as the host starts it; `env` is added to its environment. */
export class Trainer {
  readonly messages: FromTrainer[] = [];
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  #look = () => {};

  constructor(path: string, env: Readonly<Record<string, string>> = {}) {
    this.child = fork(path, {
      env: { ...process.env, ...env },
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.on('message', message => {
      this.messages.push(message as FromTrainer);
      this.#look();
    });
    this.ended = new Promise(resolve => {
      // when the channel is closed from here `close` never comes; else it comes after the last message
      this.child.on('exit', (code, signal) => {
        if (!this.child.connected) resolve({ code, signal });
      });
      this.child.on('close', (code, signal) => resolve({ code, signal }));
    });
  }

  send(message: ToTrainer | { readonly type: string }): void {
    // it may have ended by itself just before: then what it said and left is what is looked at
    this.child.send(message, () => {});
  }

  /** All messages of a type so far. */
  all<T extends FromTrainer['type']>(type: T): Extract<FromTrainer, { type: T }>[] {
    return this.messages.filter(
      (message): message is Extract<FromTrainer, { type: T }> => message.type === type,
    );
  }

  get points(): MetricPoint[] {
    return this.all('metrics').flatMap(({ points }) => points);
  }

  get info(): RunInfo {
    return this.all('run').at(-1)!.info;
  }

  get states(): RunState[] {
    return this.all('state').map(({ state }) => state);
  }

  /** Resolves when `test` is true of the messages that have come; rejects where the process ends before. */
  until(test: () => boolean): Promise<void> {
    const reached = new Promise<void>(resolve => {
      this.#look = () => {
        if (test()) resolve();
      };
      this.#look();
    });
    const over = this.ended.then(end => {
      if (!test()) throw new Error(`The process ended: ${JSON.stringify({ end, messages: this.messages })}`);
    });
    return Promise.race([reached, over]);
  }
}
