import { canEdit } from '../canEdit';
import type { CanvasContext } from '../canvas/canvasContext';
import type { Flow } from '../state';
import type { Command } from './command';

const order: readonly Flow[] = ['auto', 'horizontal', 'vertical'];

/** Which way the network flows: as its file says it, else as the setting does. */
export function flowOf({ state }: CanvasContext): Flow {
  return state.good?.network.flow ?? state.flow;
}

/** The one that a turn leads to. */
export function nextFlow(canvas: CanvasContext): Flow {
  return order[(order.indexOf(flowOf(canvas)) + 1) % order.length]!;
}

export const flowWords: Readonly<Record<Flow, string>> = {
  auto: 'whichever way is larger',
  horizontal: 'from left to right',
  vertical: 'from top to bottom',
};

/** Kept in the file, where it can be written. */
export const turn: Command = {
  name: 'turn',
  title: 'Change Direction of Flow',
  icon: 'split-vertical',
  menus: ['canvas'],
  enabled: () => true,
  run: canvas => {
    const { actions, state } = canvas;
    const next = nextFlow(canvas);
    if (canEdit(state)) actions.edit({ kind: 'set-value', path: ['view', 'flow'], value: next });
    // the drawing has another form now, so it is fitted in anew
    actions.set({
      ...(!canEdit(state) && { flow: next }),
      viewport: undefined,
      announcement: `Flows ${flowWords[next]}.`,
    });
  },
};
