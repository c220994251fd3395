import { child } from '../../dom/child';
import type { FieldOf } from '../field';
import { readList } from '../readList';
import type { Widget } from '../setting';
import { textInput } from '../textInput';

/** Several whole numbers, such as a shape, typed with × or a comma between them. */
export const list: Widget<FieldOf<'list'>> = (root, setting) => {
  const { field, value, mixed, editable } = setting;
  textInput(child(root, 'div.list'), {
    label: field.title,
    text: Array.isArray(value) && !mixed ? value.join(' × ') : '',
    placeholder: mixed ? 'several values' : field.absent,
    editable,
    invalid: setting.problems.some(problem => problem.severity === 'error'),
    read: typed => readList(typed, field),
    preview: setting.preview,
    cancel: setting.cancel,
    commit: setting.commit,
  });
};
