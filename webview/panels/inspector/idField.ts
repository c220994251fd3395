import type { LayerNode } from '../../../src/core/network/network';
import { canEdit } from '../../canEdit';
import { sendFix } from '../../sendFix';
import type { Actions, ViewState } from '../../state';
import type { Setting } from '../fields/setting';

/** The id of a layer, by which others name it as their input; renaming it renames it there too. */
export function idField(layer: LayerNode, state: ViewState, actions: Actions): Setting {
  const { id } = layer;
  return {
    field: {
      kind: 'text',
      name: 'id',
      title: 'Id',
      description: 'The layer’s name, which no other layer has.',
      initial: undefined,
      absent: '',
      required: true,
      minimumLength: 1,
      maximumLength: 100,
      many: false,
    },
    value: id,
    mixed: false,
    path: 'id',
    problems: state.snapshot.problems.filter(problem => problem.layer === id && problem.field === 'id'),
    editable: canEdit(state),
    preview: () => {},
    cancel: () => {},
    commit: value => {
      if (typeof value !== 'string' || value === id) return;
      actions.edit({ kind: 'rename-layer', id, to: value });
      actions.set({ selection: [value] });
    },
    fix: sendFix(state, actions),
  };
}
