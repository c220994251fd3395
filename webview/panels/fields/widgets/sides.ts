import { button } from '../../dom/button';
import { child } from '../../dom/child';
import { iconButton } from '../../dom/iconButton';
import { explanation } from '../explanation';
import type { FieldOf } from '../field';
import { readSides } from '../readSides';
import type { Widget } from '../setting';
import { textInput } from '../textInput';

type Sides = FieldOf<'sides'>;

/** The height and width of a kernel, or how far it steps: `3`, `3 × 5`, or a word, which a press chooses too. */
export const sides: Widget<Sides> = (root, setting) => {
  const { field, value, mixed, editable } = setting;
  const box = child(root, 'div.number');
  const current = mixed ? undefined : (value ?? field.initial);
  const step = (by: number) => {
    if (editable) setting.commit(stepped(current, field, by));
  };
  textInput(box, {
    label: field.title,
    text: mixed ? '' : written(value),
    placeholder: mixed ? 'several values' : written(field.initial) || field.absent,
    editable,
    invalid: setting.problems.some(problem => problem.severity === 'error'),
    read: typed => (mixed && typed === '' ? { value: undefined } : readSides(typed, field)),
    preview: setting.preview,
    cancel: setting.cancel,
    commit: setting.commit,
    step,
  });
  const hidden = typeof current !== 'number' && !Array.isArray(current);
  const less = { label: `Less: ${field.title}`, icon: 'remove', disabled: !editable, hidden };
  const more = { label: `More: ${field.title}`, icon: 'add', disabled: !editable, hidden };
  iconButton(box, 'minus', { ...less, press: () => step(-1) });
  iconButton(box, 'plus', { ...more, press: () => step(1) });
  const words = child(root, 'div.words');
  words.hidden = field.words.length === 0;
  for (const { value: word, title, description } of field.words) {
    const chosen = current === word;
    const look = { label: title, title: description, disabled: !editable };
    const element = button(words, word, { ...look, primary: chosen, press: () => setting.commit(word) });
    element.setAttribute('aria-pressed', String(chosen));
  }
  explanation(root, { field: field.name, option: field.words.find(({ value }) => value === current) });
};

const written = (value: unknown) =>
  Array.isArray(value) ? value.join(' × ') : value === undefined ? '' : String(value);

/** Each side by as much, within the bounds; from a word on it begins with the smallest number. */
function stepped(current: unknown, { minimum, maximum }: Sides, by: number): number | number[] {
  const next = (side: unknown) =>
    Math.min(maximum, Math.max(minimum, (typeof side === 'number' ? side : minimum) + by));
  return Array.isArray(current) ? current.map(next) : next(current);
}
