import { child } from '../../dom/child';
import type { FieldOf } from '../field';
import type { Reading, Widget } from '../setting';
import { textInput } from '../textInput';

/** A text: an address, a name; or several with commas between them. */
export const text: Widget<FieldOf<'text'>> = (root, setting) => {
  const { field, value, mixed, editable } = setting;
  const written = Array.isArray(value) ? value.join(', ') : value;
  textInput(child(root, 'div.text'), {
    label: field.title,
    text: mixed || written === undefined ? '' : String(written),
    placeholder: mixed ? 'several values' : field.absent,
    editable,
    invalid: setting.problems.some(problem => problem.severity === 'error'),
    read: typed => readText(typed, field),
    cancel: setting.cancel,
    commit: setting.commit,
  });
};

function readText(typed: string, field: FieldOf<'text'>): Reading {
  if (typed === '') return field.required ? { fault: `${field.title} is missing.` } : { value: undefined };
  if (typed.length > field.maximumLength) {
    return { fault: `${field.title} has at most ${field.maximumLength} characters.` };
  }
  if (!field.many || !typed.includes(',')) return { value: typed };
  return {
    value: typed
      .split(',')
      .map(part => part.trim())
      .filter(Boolean),
  };
}
