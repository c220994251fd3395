import { Cancelled, type Reading } from '../../data/reading';
import { Gate } from '../pacing/gate';
import type { RunInfo } from '../run';
import type { OpenedRun } from './openedRun';
import type { SessionEvents } from './sessionEvents';
import { trainRun } from './trainRun';

export interface SessionOptions {
  /** Waits before the first step. */
  readonly paused?: boolean;
  /** Keeps the cost of each such iteration, besides those kept anyway. */
  readonly keepAlso?: number;
}

/** A run in progress. */
export interface Session {
  pause(): void;
  resume(): void;
  /** Takes one step and pauses. */
  step(): void;
  /**
   * Ends the run after the piece of work in hand (some 30 ms); the weights are kept. `reason` is what the run says of
   * it, where a person didn't ask for it.
   */
  stop(reason?: string): void;
  /**
   * Resolves when all is saved; with undefined where it was stopped before it had begun. Rejects with a user's fault
   * (see `faultOf`) or our bug.
   */
  readonly ended: Promise<RunInfo | undefined>;
}

/** Starts a run that `open` makes ready: a new one or a saved one. The same loop for the editor and the terminal. */
export function startSession(
  open: (reading: Reading) => Promise<OpenedRun>,
  events: SessionEvents,
  { paused = false, keepAlso }: SessionOptions = {},
): Session {
  const gate = new Gate(paused);
  const begin = async (): Promise<RunInfo | undefined> => {
    events.state?.('preparing');
    let opened: OpenedRun;
    try {
      opened = await open({
        progress: share => events.progress?.('Reading the data', share),
        cancelled: () => gate.stopped,
      });
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      events.state?.('stopped');
      return undefined;
    }
    return trainRun(opened, gate, events, keepAlso);
  };
  return {
    pause: () => gate.pause(),
    resume: () => gate.resume(),
    step: () => gate.step(),
    stop: reason => gate.stop(reason),
    ended: begin(),
  };
}
