import { learningOf } from '../../src/core/layers/definition/learningFields';
import { learnersBefore } from '../../src/core/network/learnersBefore';
import type { CanvasContext } from '../canvas/canvasContext';
import type { Command } from './command';
import { countOf } from './countOf';
import { editable } from './editable';

/** Training leaves all layers before the selected ones as they are. */
export const freezeBefore: Command = {
  name: 'freeze-before',
  title: 'Freeze All Before This',
  icon: 'lock',
  keys: ['Mod+L'],
  menus: ['layers'],
  separated: true,
  enabled: canvas => editable(canvas) && changedBy(canvas, true).length > 0,
  run: canvas => freeze(canvas, true),
};

export const unfreezeBefore: Command = {
  name: 'unfreeze-before',
  title: 'Unfreeze All Before This',
  icon: 'unlock',
  keys: ['Mod+Shift+L'],
  menus: ['layers'],
  enabled: canvas => editable(canvas) && changedBy(canvas, false).length > 0,
  run: canvas => freeze(canvas, false),
};

function changedBy({ state }: CanvasContext, frozen: boolean): string[] {
  if (!state.good) return [];
  return learnersBefore(state.good.network, state.selection)
    .filter(({ fields }) => learningOf(fields).frozen !== frozen)
    .map(({ id }) => id);
}

function freeze(canvas: CanvasContext, frozen: boolean): void {
  const ids = changedBy(canvas, frozen);
  canvas.actions.edit(
    ...ids.map(id => ({ kind: 'set-field', id, field: 'frozen', value: frozen || undefined }) as const),
  );
  canvas.actions.set({ announcement: `${frozen ? 'Froze' : 'Unfroze'} ${countOf(ids)}.` });
}
