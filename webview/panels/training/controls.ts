import type { RunAction, RunView } from '../../../src/protocol/view';
import type { RunState } from '../../../src/runs/run';
import type { ViewState } from '../../state';

/** The state of the run, or `none`; `resumable` where it ended before its last step, `elsewhere` in another window. */
export type Stage = RunState | 'none' | 'resumable' | 'elsewhere';

export interface Control {
  readonly action: RunAction;
  readonly label: string;
  readonly icon: string;
  readonly title: string;
  /** The stages it is offered in. */
  readonly stages: readonly Stage[];
  /** Those in which it is the one to press next. */
  readonly primary: readonly Stage[];
}

const idle: readonly Stage[] = [
  'none',
  'elsewhere',
  'stopped',
  'resumable',
  'finished',
  'diverged',
  'failed',
];
const live: readonly Stage[] = ['preparing', 'running', 'paused'];

/** The controls of a run, in their order. A row added here is a new button. */
export const controls: readonly Control[] = [
  {
    action: 'resume',
    label: 'Resume',
    icon: 'debug-continue',
    title: 'Go on where the run was left',
    stages: ['paused', 'resumable'],
    primary: ['paused', 'resumable'],
  },
  {
    action: 'start',
    label: 'Train',
    icon: 'play',
    title: 'Begin a new run',
    stages: idle,
    primary: ['none', 'stopped', 'finished', 'diverged', 'failed'],
  },
  {
    action: 'pause',
    label: 'Pause',
    icon: 'debug-pause',
    title: 'Pause after this step',
    stages: ['running'],
    primary: ['running'],
  },
  {
    action: 'step',
    label: 'Step',
    icon: 'debug-step-over',
    title: 'Take a single step: forward, cost, backward, update',
    stages: ['none', 'paused', 'resumable'],
    primary: [],
  },
  {
    action: 'stop',
    label: 'Stop',
    icon: 'debug-stop',
    title: 'End the run and keep its weights',
    stages: live,
    primary: [],
  },
  {
    action: 'reset',
    label: 'Reset',
    icon: 'debug-restart',
    title: 'Back to the same initial weights',
    stages: ['paused', 'stopped', 'resumable', 'finished', 'diverged', 'failed'],
    primary: [],
  },
  {
    action: 'new-seed',
    label: 'New Seed',
    icon: 'refresh',
    title: 'Train again from other initial weights',
    stages: ['paused', 'stopped', 'resumable', 'finished', 'diverged', 'failed'],
    primary: [],
  },
];

export function stageOf(run: RunView | undefined): Stage {
  if (!run) return 'none';
  if (run.elsewhere) return 'elsewhere';
  const ended = run.state === 'stopped' || run.state === 'failed';
  return ended && run.info.folder !== '' && run.info.iteration < run.info.iterations
    ? 'resumable'
    : run.state;
}

/** A control as it is offered now. */
export interface Offered extends Pick<Control, 'action' | 'label' | 'icon' | 'title'> {
  readonly primary: boolean;
  readonly disabled: boolean;
}

/** The controls that make sense now, in their order; what would begin a run can't where the network has errors. */
export function offeredControls({
  run,
  snapshot,
  trusted,
}: Pick<ViewState, 'run' | 'snapshot' | 'trusted'>): Offered[] {
  const stage = stageOf(run);
  const broken = !snapshot.network || snapshot.problems.some(({ severity }) => severity === 'error');
  return controls
    .filter(({ stages }) => stages.includes(stage))
    .map(({ action, label, icon, title, primary }) => {
      const begins =
        ['start', 'new-seed', 'reset'].includes(action) || (action === 'step' && stage === 'none');
      const obstacle = !trusted
        ? 'This folder isn’t trusted: Layerwise designs and checks only'
        : begins && broken
          ? 'The network has errors: mend them first'
          : undefined;
      return {
        action,
        label,
        icon,
        title: obstacle ?? title,
        primary: primary.includes(stage),
        disabled: obstacle !== undefined,
      };
    });
}
