import type { Stage } from '../runs/stage';
import type { CommandId } from './commands';
import type { RunAction } from './view';

export interface Control {
  readonly action: RunAction;
  /** That does the same in the palette. */
  readonly command: CommandId;
  readonly label: string;
  readonly icon: string;
  readonly title: string;
  /** The stages it is offered in. */
  readonly stages: readonly Stage[];
  /** Those in which it is the one to press next. */
  readonly primary: readonly Stage[];
}

const ended: readonly Stage[] = ['stopped', 'resumable', 'finished', 'diverged', 'failed'];
const live: readonly Stage[] = ['preparing', 'running', 'paused'];

/** The controls of a run, in their order. A row added here is a new button. */
export const controls: readonly Control[] = [
  {
    action: 'resume',
    command: 'layerwise.resume',
    label: 'Resume',
    icon: 'debug-continue',
    title: 'Go on where the run was left',
    stages: ['paused', 'resumable'],
    primary: ['paused', 'resumable'],
  },
  {
    action: 'start',
    command: 'layerwise.train',
    label: 'Train',
    icon: 'play',
    title: 'Train from the first step',
    stages: ['none', 'elsewhere', 'ready', ...ended],
    primary: ['none', 'ready', 'stopped', 'finished', 'diverged', 'failed'],
  },
  {
    action: 'train-on',
    command: 'layerwise.trainOn',
    label: 'Train On…',
    icon: 'debug-continue',
    title: 'Go on from here for more iterations',
    stages: ['finished'],
    primary: [],
  },
  {
    action: 'pause',
    command: 'layerwise.pause',
    label: 'Pause',
    icon: 'debug-pause',
    title: 'Pause after this step',
    stages: ['running'],
    primary: ['running'],
  },
  {
    action: 'step',
    command: 'layerwise.step',
    label: 'Step',
    icon: 'debug-step-over',
    title: 'Take a single step: forward, cost, backward, update',
    stages: ['none', 'ready', 'paused', 'resumable'],
    primary: [],
  },
  {
    action: 'stop',
    command: 'layerwise.stop',
    label: 'Stop',
    icon: 'debug-stop',
    title: 'End the run and keep its weights',
    stages: live,
    primary: [],
  },
  {
    action: 'reset',
    command: 'layerwise.reset',
    label: 'Reset',
    icon: 'debug-restart',
    title: 'Back to the same initial weights',
    stages: ['paused', ...ended],
    primary: [],
  },
  {
    action: 'new-seed',
    command: 'layerwise.newSeed',
    label: 'New Seed',
    icon: 'refresh',
    title: 'Train again from other initial weights',
    stages: ['ready', 'paused', ...ended],
    primary: [],
  },
];

/** A control as it is offered now. */
export interface Offered extends Pick<Control, 'action' | 'command' | 'label' | 'icon' | 'title'> {
  readonly primary: boolean;
  readonly disabled: boolean;
}

/** The controls that make sense in a stage, in their order; what would begin a run can't where the network has errors. */
export function offeredControls(
  stage: Stage,
  { broken, trusted }: { readonly broken: boolean; readonly trusted: boolean },
): Offered[] {
  return controls
    .filter(({ stages }) => stages.includes(stage))
    .map(({ action, command, label, icon, title, primary }) => {
      const begins =
        ['start', 'new-seed', 'reset'].includes(action) ||
        (action === 'step' && (stage === 'none' || stage === 'ready'));
      const obstacle = !trusted
        ? 'This folder isn’t trusted: Layerwise designs and checks only'
        : begins && broken
          ? 'The network has errors: mend them first'
          : undefined;
      return {
        action,
        command,
        label,
        icon,
        title: obstacle ?? title,
        primary: primary.includes(stage),
        disabled: obstacle !== undefined,
      };
    });
}
