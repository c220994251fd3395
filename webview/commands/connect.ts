import type { CanvasContext } from '../canvas/canvasContext';
import type { Command } from './command';
import { editable } from './editable';

/** Connecting by key: C on the layer that feeds, arrows to the layer that is fed, Enter. */
export const connect: Command = {
  name: 'connect',
  title: 'Connect To…',
  icon: 'debug-disconnect',
  keys: ['C'],
  menus: ['layers'],
  enabled: canvas => editable(canvas) && canvas.state.selection.length === 1,
  run: ({ state, actions }) => {
    const [from] = state.selection;
    actions.set({
      connecting: from,
      announcement: `Connect ${from} to: go to a layer and press Enter. Escape leaves.`,
    });
  },
};

export const finishConnecting: Command = {
  name: 'finish-connecting',
  title: 'Connect Here',
  keys: ['Enter'],
  enabled: ({ state }) => state.connecting !== undefined && state.selection.length === 1,
  run: canvas => {
    connectLayers(canvas, canvas.state.connecting!, canvas.state.selection[0]!);
    canvas.actions.set({ connecting: undefined });
  },
};

/** Has `from` feed `to`, and selects the connection. */
export function connectLayers(canvas: CanvasContext, from: string, to: string) {
  if (from === to) return;
  canvas.actions.edit({ kind: 'connect', from, to });
  canvas.actions.set({ selection: [], edge: { from, to }, announcement: `Connected ${from} to ${to}.` });
  canvas.focusSelection();
}
