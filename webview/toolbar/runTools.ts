import type { RunAction } from '../../src/protocol/view';
import type { RunState } from '../../src/runs/run';
import type { CanvasContext } from '../canvas/canvasContext';
import type { Tool } from './tool';

const tools: Readonly<Record<RunAction, { icon: string; title: string; text?: string }>> = {
  start: { icon: 'play', title: 'Train', text: 'Train' },
  pause: { icon: 'debug-pause', title: 'Pause training', text: 'Pause' },
  resume: { icon: 'debug-continue', title: 'Resume training', text: 'Resume' },
  step: { icon: 'debug-step-over', title: 'Train a single step' },
  stop: { icon: 'debug-stop', title: 'Stop training; the weights are kept' },
  reset: { icon: 'debug-restart', title: 'Reset to the same initial weights' },
  'new-seed': { icon: 'refresh', title: 'Train with a new seed' },
};

/** What can be done with a run in each state; the first is the chief thing. */
const offered: Readonly<Record<RunState | 'none', readonly RunAction[]>> = {
  none: ['start', 'step'],
  preparing: ['stop'],
  running: ['pause', 'stop'],
  paused: ['resume', 'step', 'stop', 'reset'],
  stopped: ['start', 'resume', 'step', 'reset', 'new-seed'],
  finished: ['start', 'reset', 'new-seed'],
  diverged: ['start', 'reset', 'new-seed'],
  failed: ['start', 'resume'],
};

/** The controls of training, by the state of the run. */
export function runTools({ state, actions }: CanvasContext): Tool[] {
  const disabled = state.document === undefined || state.broken;
  return offered[state.run?.state ?? 'none'].map((action, i) => ({
    name: action,
    ...tools[action],
    primary: i === 0,
    disabled: disabled && action !== 'stop' && action !== 'pause',
    run: () => {
      actions.send({ type: 'run', action });
      if (action === 'start') actions.set({ panel: 'training' });
    },
  }));
}
