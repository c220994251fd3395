import { child } from '../../dom/child';
import { iconButton } from '../../dom/iconButton';
import type { FieldOf } from '../field';
import { readNumber } from '../readNumber';
import type { Widget } from '../setting';
import { stepNumber } from '../stepNumber';
import { textInput } from '../textInput';

/** A number, typed or stepped with − and +, the arrow keys, or ten at a time with Shift. */
export const number: Widget<FieldOf<'number'>> = (root, setting) => {
  const { field, value, mixed, editable } = setting;
  const box = child(root, 'div.number');
  const current = typeof value === 'number' ? value : field.initial;
  const step = (by: number) => {
    if (editable)
      setting.commit(typeof current === 'number' ? stepNumber(current, field, by) : field.minimum);
  };
  const text = value === undefined || mixed ? '' : String(value);
  textInput(box, {
    label: field.title,
    text,
    placeholder: mixed ? 'several values' : placeholder(field),
    editable,
    invalid: setting.problems.some(problem => problem.severity === 'error'),
    read: typed => (mixed && typed === '' ? { value: undefined } : readNumber(typed, field)),
    preview: setting.preview,
    cancel: setting.cancel,
    commit: setting.commit,
    step,
  });
  const steps = typeof current === 'number';
  const minus = { label: `Less: ${field.title}`, icon: 'remove', disabled: !editable, hidden: !steps };
  const plus = { label: `More: ${field.title}`, icon: 'add', disabled: !editable, hidden: !steps };
  iconButton(box, 'minus', { ...minus, press: () => step(-1) });
  iconButton(box, 'plus', { ...plus, press: () => step(1) });
};

const placeholder = ({ initial, absent }: FieldOf<'number'>) =>
  initial !== undefined ? String(initial) : absent;
