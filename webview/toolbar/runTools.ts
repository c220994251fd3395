import type { RunAction } from '../../src/protocol/view';
import type { CanvasContext } from '../canvas/canvasContext';
import { offeredNow } from '../panels/training/offeredNow';
import type { Tool } from './tool';

/** Those whose name stands beside the icon where there is room. */
const named: readonly RunAction[] = ['start', 'pause', 'resume'];

/** The controls of training, those of the Training panel. */
export function runTools({ state, actions }: CanvasContext): Tool[] {
  return offeredNow(state).map(({ action, label, icon, title, primary, disabled }) => ({
    name: action,
    icon,
    title: `${label}: ${title}`,
    text: named.includes(action) ? label : undefined,
    primary,
    disabled,
    run: () => {
      if (actions.send({ type: 'run', action }) && action === 'start') actions.set({ panel: 'training' });
    },
  }));
}
