import type { MetricPoint, RunInfo, RunState } from './run';
import { stepsTaken } from './stepsTaken';

/**
 * What can be done with a network's run: its state, but `ready` where it waits before its first step, `resumable` where it
 * ended before its last one, `elsewhere` where another window or a terminal trains it, and `none` where there is no run.
 */
export type Stage = RunState | 'none' | 'ready' | 'resumable' | 'elsewhere';

export function stageOf(
  run: { readonly info: RunInfo; readonly state: RunState; readonly elsewhere?: string } | undefined,
  last: MetricPoint | undefined,
): Stage {
  if (!run) return 'none';
  const { info, state, elsewhere } = run;
  if (elsewhere !== undefined) return 'elsewhere';
  if (state === 'paused' && stepsTaken(last, info) === 0) return 'ready';
  const ended = state === 'stopped' || state === 'failed';
  return ended && info.folder !== '' && info.iteration < info.iterations ? 'resumable' : state;
}

/** What is shown of a stage: a run that can go on is called by how it ended. */
export type ShownStage = Exclude<Stage, 'resumable'>;

export function shownStage(stage: Stage, state: RunState): ShownStage {
  return stage === 'resumable' ? state : stage;
}

/** What a stage is called wherever it is shown. */
export const stageWords: { readonly [S in ShownStage]: string } = {
  none: 'Not trained yet',
  preparing: 'Preparing',
  ready: 'Ready',
  running: 'Training',
  elsewhere: 'Training elsewhere',
  paused: 'Paused',
  stopped: 'Stopped',
  finished: 'Finished',
  diverged: 'Diverged',
  failed: 'Failed',
};
