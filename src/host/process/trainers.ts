import type * as vscode from 'vscode';
import { type EngineChoice, engineChoice } from '../training/engine';
import { isTrusted } from '../trust/trust';
import { startTrainer, type Trainer } from './startTrainer';

/** The training processes, of which one may be ready before it is asked for: to start one takes a third of a second. */
export class Trainers implements vscode.Disposable {
  #ready: { readonly trainer: Trainer; readonly engine: EngineChoice } | undefined;

  constructor(private readonly context: vscode.ExtensionContext) {}

  /** A process that was told nothing yet. Throws where the workspace isn't trusted. */
  take(): Trainer {
    const ready = this.#ready;
    this.#ready = undefined;
    if (ready && !ready.trainer.ended && ready.engine === engineChoice(this.context)) return ready.trainer;
    ready?.trainer.disconnect();
    return startTrainer(this.context);
  }

  /** Has one ready for this network, which is read and not yet saved as `text`. */
  beReady(file: string, text: string): void {
    if (!isTrusted() || (this.#ready && !this.#ready.trainer.ended)) return;
    const trainer = startTrainer(this.context);
    this.#ready = { trainer, engine: engineChoice(this.context) };
    trainer.send({ type: 'be-ready', file, text });
  }

  /** Ends the one that is ready, and with it a trial of the kernels that it may be at. */
  release(): void {
    this.#ready?.trainer.disconnect();
    this.#ready = undefined;
  }

  dispose(): void {
    this.release();
  }
}
