import type { NetworkEdit } from '../../src/core/network/edit';
import type { CanvasContext } from '../canvas/canvasContext';
import type { Command } from './command';
import { editable } from './editable';

/** Adds `by` to the units of the selected layers that have some. One undo step. */
export function changeUnits(canvas: CanvasContext, by: number, ids = canvas.state.selection) {
  const edits: NetworkEdit[] = [];
  for (const id of ids) {
    const units = canvas.scene.layers.get(id)?.card.units;
    if (units === undefined || units + by < 1) continue;
    edits.push({ kind: 'set-field', id, field: 'units', value: units + by });
  }
  if (edits.length === 0) return;
  canvas.actions.edit(...edits);
  const [only] = edits;
  canvas.actions.set({
    announcement:
      edits.length === 1 && only?.kind === 'set-field'
        ? `${only.id}: ${only.value} units.`
        : `${by > 0 ? 'One unit more' : 'One unit less'} in ${edits.length} layers.`,
  });
}

const enabled = (canvas: CanvasContext) =>
  editable(canvas) &&
  canvas.state.selection.some(id => canvas.scene.layers.get(id)?.card.units !== undefined);

export const moreUnits: Command = {
  name: 'more-units',
  title: 'One Unit More',
  icon: 'add',
  keys: ['+', '='],
  menus: ['layers'],
  separated: true,
  enabled,
  run: canvas => changeUnits(canvas, 1),
};

export const fewerUnits: Command = {
  name: 'fewer-units',
  title: 'One Unit Less',
  icon: 'remove',
  keys: ['-'],
  menus: ['layers'],
  enabled,
  run: canvas => changeUnits(canvas, -1),
};
