import type * as vscode from 'vscode';
import type { DataFault } from '../../core/network/dataReport';
import type { FromTrainer, ToTrainer } from '../../protocol/trainer';
import type { RunView, ToView } from '../../protocol/view';
import { keptPoint } from '../../runs/bestInUse';
import { abandonedMessage, type MetricPoint, type RunInfo, type RunState } from '../../runs/run';
import { type Stage, stageOf } from '../../runs/stage';
import type { End } from '../process/childProcess';
import type { Trainer } from '../process/startTrainer';
import { diedAtStart, failureOf, recordFailure } from './failure';

/** What may help after a failure. */
export interface Failure {
  readonly data?: DataFault;
  /** The process died before its first step, which another engine may survive. */
  readonly atStart?: boolean;
}

/** What a run tells those who show it. */
export interface RunListener {
  /** For the designers of the network. */
  say(message: ToView): void;
  /** The state, the cost or the stage is another one. */
  changed(): void;
  /** The run ended by a fault, or its process died: always said, since nobody may be looking at the view. */
  failed(message: string, more?: Failure): void;
  log(message: string): void;
}

interface Before {
  readonly info: RunInfo | undefined;
  readonly state: RunState;
  readonly message: string | undefined;
  readonly points: MetricPoint[];
}

const inProgress: readonly RunState[] = ['preparing', 'running', 'paused'];

/** The newest run of a network: in progress in its process, or read from its folder. */
export class NetworkRun implements vscode.Disposable {
  readonly #listener: RunListener;
  #trainer: Trainer | undefined;
  #info: RunInfo | undefined;
  #state: RunState = 'stopped';
  #message: string | undefined;
  #points: MetricPoint[] = [];
  #progress: { readonly stage: string; readonly share?: number } | undefined;
  #stale = false;
  #dataChanged = false;
  #elsewhere: string | undefined;
  /** The process has not said yet which run it is. */
  #beginning = false;
  /** It has taken a step. */
  #stepped = false;
  /** What was shown before, and is again where the process is stopped while it prepares. */
  #before: Before | undefined;
  /** Those who wait for the end of the run. */
  #waiting: (() => void)[] = [];

  constructor(
    readonly network: vscode.Uri,
    listener: RunListener,
  ) {
    this.#listener = listener;
  }

  get info(): RunInfo | undefined {
    return this.#info;
  }

  /** Undefined where the network has no run. */
  get state(): RunState | undefined {
    return this.#info && this.#state;
  }

  /** Whether it is in progress here. */
  get live(): boolean {
    return this.#info !== undefined && !this.#elsewhere && inProgress.includes(this.#state);
  }

  /** The process of another window or terminal that it is in progress in: `process 4711 on studio`. */
  get elsewhere(): string | undefined {
    return this.#elsewhere;
  }

  get stage(): Stage {
    return stageOf(
      this.#info && { info: this.#info, state: this.#state, elsewhere: this.#elsewhere },
      this.lastPoint,
    );
  }

  /** Whether it ended before its last step, and can go on from its last checkpoint. */
  get resumable(): boolean {
    return this.stage === 'resumable';
  }

  /** Whether it waits before its first step, and is of the network and the data as they are now. */
  get ready(): boolean {
    return this.stage === 'ready' && !this.#stale && !this.#dataChanged;
  }

  get progress() {
    return this.#progress;
  }

  get lastPoint(): MetricPoint | undefined {
    return this.#points.at(-1);
  }

  /** Of the best weights, where the run has ended and they are the ones in use. */
  get keptPoint(): MetricPoint | undefined {
    return keptPoint(this.#info && { info: this.#info, state: this.#state }, this.#points);
  }

  get view(): RunView | undefined {
    return (
      this.#info && {
        info: this.#info,
        state: this.#state,
        message: this.#message,
        stale: this.#stale,
        dataChanged: this.#dataChanged,
        elsewhere: this.#elsewhere,
      }
    );
  }

  /** All that a designer shows of it, when it opens. */
  get all(): ToView[] {
    return [{ type: 'run', run: this.view, points: this.#points }, this.#progressMessage];
  }

  /** Shows a run that isn't in progress here; `elsewhere` is the process that it is in progress in. */
  show(info: RunInfo, points: readonly MetricPoint[], elsewhere?: string): void {
    if (this.live) return;
    this.#points = [...points];
    this.#setSaved(info, elsewhere);
    this.#sayAll();
  }

  /** What a run that is in progress elsewhere has done since. */
  grow(info: RunInfo, points: readonly MetricPoint[], elsewhere: string | undefined): void {
    if (this.live || info.id !== this.#info?.id) return;
    for (const point of points) this.#points.push(point);
    this.#setSaved(info, elsewhere);
    if (points.length > 0) this.#listener.say({ type: 'metrics', run: info.id, points });
    this.#sayState();
  }

  #setSaved(info: RunInfo, elsewhere: string | undefined): void {
    const goesOn = inProgress.includes(info.state);
    this.#info = info;
    this.#elsewhere = goesOn ? elsewhere : undefined;
    // a process that has gone with its window, or was killed: what it last wrote is there
    const interrupted = goesOn && !elsewhere;
    this.#state = interrupted ? 'stopped' : info.state;
    this.#message = this.#elsewhere
      ? `In progress in another window or terminal (${this.#elsewhere}): pause or stop it there.`
      : interrupted
        ? abandonedMessage
        : info.message;
  }

  /** Follows a process that was told to train. `info` is what is known before it has said anything. */
  follow(trainer: Trainer, info: RunInfo): void {
    this.#trainer?.disconnect();
    this.#trainer = trainer;
    this.#elsewhere = undefined;
    this.#beginning = true;
    this.#stepped = false;
    // of two runs begun at once the first is never shown again, since its process has gone
    this.#before = this.live
      ? this.#before
      : { info: this.#info, state: this.#state, message: this.#message, points: this.#points };
    if (info.id !== this.#info?.id) this.#points = [];
    this.#info = info;
    this.#state = 'preparing';
    this.#message = undefined;
    this.#sayAll();
    trainer.onMessage(message => {
      if (trainer === this.#trainer) this.#receive(message);
    });
    trainer.onEnd(end => {
      if (trainer === this.#trainer) this.#ended(end);
    });
  }

  /** Gives whether the process was there to hear it. */
  async send(message: ToTrainer): Promise<boolean> {
    return (await this.#trainer?.send(message)) ?? false;
  }

  /**
   * Ends the run and keeps its weights. Resolves when they are saved, or its process is gone: it is killed where it
   * doesn't answer for `patience` milliseconds.
   */
  async stop(patience = 5000): Promise<void> {
    const trainer = this.#trainer;
    if (!trainer || !this.live) return;
    const over = new Promise<void>(resolve => {
      this.#waiting.push(resolve);
    });
    const timer = setTimeout(() => trainer.dispose(), patience);
    trainer.send({ type: 'stop' });
    await over;
    clearTimeout(timer);
  }

  /** Whether the network was edited since the run began. */
  set stale(stale: boolean) {
    if (stale === this.#stale) return;
    this.#stale = stale;
    this.#sayState();
  }

  /** Whether the files of its data were written since the run began. */
  set dataChanged(changed: boolean) {
    if (changed === this.#dataChanged) return;
    this.#dataChanged = changed;
    this.#sayState();
  }

  /** The window closes: the process writes a checkpoint and ends by itself. */
  dispose(): void {
    this.#trainer?.disconnect();
  }

  #receive(message: FromTrainer): void {
    const answer = this.#answers[message.type] as ((message: FromTrainer) => void) | undefined;
    if (answer) answer(message);
    else this.#listener.log(`The training process sent ${message.type}, which nobody asked for.`);
  }

  readonly #answers: {
    readonly [T in FromTrainer['type']]?: (message: Extract<FromTrainer, { type: T }>) => void;
  } = {
    run: ({ info }) => this.#began(info),
    metrics: ({ points }) => {
      this.#stepped = true;
      for (const point of points) this.#points.push(point);
      if (this.#info) this.#listener.say({ type: 'metrics', run: this.#info.id, points });
      this.#listener.changed();
    },
    state: ({ state, message }) => this.#setState(state, message),
    progress: progress => this.#setProgress(progress),
    fault: ({ message, data }) => {
      this.#setState('failed', message);
      this.#listener.failed(message, { data });
    },
  };

  #began(info: RunInfo): void {
    const same = info.id === this.#info?.id;
    this.#info = info;
    this.#state = info.state;
    this.#message = info.message;
    if (!this.#beginning) {
      this.#sayState();
      return;
    }
    this.#beginning = false;
    // a run that is resumed goes on from its checkpoint, and repeats what came after it
    this.#points = same ? this.#points.filter(({ iteration }) => iteration < info.iteration) : [];
    this.#sayAll();
  }

  #setState(state: RunState, message: string | undefined): void {
    if (state === 'stopped' && this.#beginning && this.#before) {
      this.#restore(this.#before);
      return;
    }
    this.#state = state;
    this.#message = message;
    if (state !== 'preparing') this.#progress = undefined;
    this.#listener.say(this.#progressMessage);
    this.#sayState();
    if (!this.live) this.#over();
  }

  #restore({ info, state, message, points }: Before): void {
    this.#info = info;
    this.#state = state;
    this.#message = message;
    this.#points = points;
    this.#progress = undefined;
    this.#listener.say(this.#progressMessage);
    this.#sayAll();
    this.#over();
  }

  #over(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #setProgress({ stage, share }: { readonly stage: string; readonly share?: number }): void {
    this.#progress = { stage, share };
    this.#listener.say(this.#progressMessage);
    this.#listener.changed();
  }

  #ended(end: End): void {
    this.#trainer = undefined;
    if (!this.live) return;
    this.#listener.log(
      `The training process ended (${end.signal ?? `exit code ${end.code}`}). ${end.errors}`,
    );
    const kept = this.#info?.folder ? ' The last checkpoint is kept: resume goes on from there.' : '';
    const message = `${failureOf(end, this.#stepped)}${kept}`;
    this.#setState('failed', message);
    this.#listener.failed(message, { atStart: diedAtStart(end, this.#stepped) });
    void this.#recordFailure(message);
  }

  async #recordFailure(message: string): Promise<void> {
    if (!this.#info?.folder) return;
    try {
      const failed = await recordFailure(this.#info.folder, message);
      if (failed && this.#info.id === failed.id && !this.live) this.#info = failed;
    } catch (error) {
      this.#listener.log(String(error));
    }
  }

  get #progressMessage(): ToView {
    return { type: 'progress', stage: this.#progress?.stage, share: this.#progress?.share };
  }

  #sayAll(): void {
    this.#listener.say({ type: 'run', run: this.view, points: this.#points });
    this.#listener.changed();
  }

  #sayState(): void {
    const run = this.view;
    if (run) this.#listener.say({ type: 'state', run });
    this.#listener.changed();
  }
}
