import * as vscode from 'vscode';
import type { FromTrainer, ToTrainer } from '../../protocol/trainer';
import type { Host } from '../host';
import type { Trainer } from '../process/startTrainer';
import { RequestFault } from './requestFault';

type Answer = Extract<FromTrainer, { id: number }>;
/** A request as it is asked for: its id is given here. */
type Asked<R> = R extends { readonly id: number } ? Omit<R, 'id'> : never;

let lastId = 0;

/** For what is shown as it comes, with its own way to stop it. */
interface Watched {
  readonly stopped: AbortSignal;
  meanwhile(message: FromTrainer): void;
}

/**
 * Asks a fresh training process for one thing. Undefined where it was cancelled; rejects with `RequestFault`. Progress
 * shows after a moment, with a way to cancel, but for what is watched.
 */
export async function trainerRequest<T extends Answer['type']>(
  host: Host,
  title: string,
  answer: T,
  asked: Asked<ToTrainer>,
  watched?: Watched,
): Promise<Extract<Answer, { type: T }> | undefined> {
  const id = ++lastId;
  const trainer = host.trainers.take();
  const answered = new Promise<Extract<Answer, { type: T }>>((resolve, reject) => {
    trainer.onMessage(message => {
      watched?.meanwhile(message);
      if (message.type === answer && (message as Answer).id === id)
        resolve(message as Extract<Answer, { type: T }>);
      else if (message.type === 'fault') reject(new RequestFault(message.message));
    });
    trainer.onEnd(({ code, signal, errors }) => {
      if (errors)
        host.log.error(`The process for “${title}” ended (${signal ?? `exit code ${code}`}). ${errors}`);
      reject(
        new RequestFault(`“${title}” was not finished: its process ended. The Layerwise output may say why.`),
      );
    });
  });
  trainer.send({ ...asked, id } as ToTrainer);
  try {
    const ended = watched ? stopped(watched.stopped, trainer) : cancelled(title, trainer, answered);
    return await Promise.race([answered, ended]);
  } finally {
    end(trainer);
  }
}

/** Resolves, with undefined, when it is to stop. */
function stopped(signal: AbortSignal, trainer: Trainer): Promise<undefined> {
  return new Promise(resolve => {
    const stop = () => {
      trainer.send({ type: 'cancel' });
      resolve(undefined);
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

const farewell = 5000; // ms

/** It has nothing to lose any more: where it hears nothing, in a file that hangs, it is killed. */
function end(trainer: Trainer): void {
  trainer.disconnect();
  if (trainer.ended) return;
  const timer = setTimeout(() => trainer.dispose(), farewell);
  trainer.onEnd(() => clearTimeout(timer));
}

const patience = 400; // ms: what is quicker needs no notification

/** Shows the progress until `answered`. Resolves, with undefined, only where the person cancels. */
function cancelled(title: string, trainer: Trainer, answered: Promise<unknown>): Promise<undefined> {
  return new Promise(resolve => {
    const timer = setTimeout(show, patience);
    const done = answered.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
    function show() {
      vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title, cancellable: true },
        (progress, token) => {
          report(trainer, progress);
          token.onCancellationRequested(() => {
            trainer.send({ type: 'cancel' });
            resolve(undefined);
          });
          return done;
        },
      );
    }
  });
}

function report(trainer: Trainer, progress: vscode.Progress<{ message: string; increment: number }>): void {
  let shown = 0;
  trainer.onMessage(message => {
    if (message.type !== 'progress') return;
    const percent = (message.share ?? 0) * 100;
    progress.report({ message: message.stage, increment: Math.max(0, percent - shown) });
    shown = Math.max(shown, percent);
  });
}
