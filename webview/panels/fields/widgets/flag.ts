import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import { child } from '../../dom/child';
import type { FieldOf } from '../field';
import type { Widget } from '../setting';

/** Yes or no. Its label is part of it. */
export const flag: Widget<FieldOf<'flag'>> = (root, { field, value, mixed, editable, commit }) => {
  const box = child(root, 'vscode-checkbox');
  box.label = field.title;
  box.disabled = !editable;
  box.indeterminate = mixed;
  const checked = !mixed && (value ?? field.initial) === true;
  if (box.checked !== checked) box.checked = checked;
  box.onchange = () => commit(box.checked || field.initial === true ? box.checked : undefined);
};
