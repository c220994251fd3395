import { button } from '../../dom/button';
import { child } from '../../dom/child';
import { setText } from '../../dom/setText';
import type { FieldOf } from '../field';
import type { Widget } from '../setting';

/** What is easier to write as text: shown as it stands, with a way there. */
export const other: Widget<FieldOf<'other'>> = (root, { field, value, reveal }) => {
  const shown = setText(child(root, 'code.value'), value === undefined ? '' : JSON.stringify(value, null, 1));
  shown.hidden = value === undefined;
  setText(child(root, 'span.none'), value === undefined ? field.absent : '').hidden = value !== undefined;
  button(root, 'reveal', {
    label: 'Edit as Text',
    icon: 'go-to-file',
    hidden: !reveal,
    press: () => reveal?.(),
  });
};
