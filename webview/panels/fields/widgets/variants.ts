import { child } from '../../dom/child';
import { iconButton } from '../../dom/iconButton';
import type { FieldOf } from '../field';
import { select } from '../select';
import type { Setting, Widget } from '../setting';

/** A list of objects with a type, each with the fields of its type, and what adds another one. */
export const variants: Widget<FieldOf<'variants'>> = (root, setting, row) => {
  const { field, editable } = setting;
  const items = Array.isArray(setting.value) ? (setting.value as readonly unknown[]) : [];
  const list = child(root, 'ol.variants');
  list.hidden = items.length === 0;
  while (list.children.length > items.length) list.lastElementChild?.remove();
  items.forEach((_, i) => {
    const item = list.children[i] ?? list.appendChild(document.createElement('li'));
    const own = itemOf(setting, items, i);
    row(child(item, 'div.field'), own);
    const buttons = child(item, 'div.buttons');
    const move = (to: number) => {
      const moved = items.filter((_, k) => k !== i);
      moved.splice(to, 0, items[i]);
      setting.commit(moved);
    };
    iconButton(buttons, 'up', {
      label: `Move ${own.field.title} up`,
      icon: 'arrow-up',
      disabled: !editable || i === 0,
      press: () => move(i - 1),
    });
    iconButton(buttons, 'remove', {
      label: `Remove ${own.field.title}`,
      icon: 'trash',
      disabled: !editable,
      press: () => own.commit(undefined),
    });
  });
  select(child(root, 'div.add'), {
    label: `Add to ${field.title}`,
    options: [{ value: '', title: items.length > 0 ? 'Add another …' : 'Add …' }, ...field.item.options],
    value: '',
    editable: editable && items.length < field.maximumLength,
    choose: type => {
      if (type !== '') setting.commit([...items, type]);
    },
  });
};

/** One of the list, as a setting of its own. */
function itemOf(
  setting: Setting<FieldOf<'variants'>>,
  items: readonly unknown[],
  i: number,
): Setting<FieldOf<'variant'>> {
  const { item } = setting.field;
  const path = `${setting.path}.${i}`;
  const value = items[i];
  const type = typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : value;
  const title = item.options.find(option => option.value === type)?.title ?? String(type);
  return {
    ...setting,
    field: { ...item, title, name: title, description: '' },
    value,
    path,
    problems: setting.problems.filter(({ field }) => field === path || field?.startsWith(`${path}.`)),
    preview: changed => setting.preview(items.with(i, changed)),
    commit(changed, within = []) {
      if (within.length > 0) setting.commit(changed, [String(i), ...within]);
      else if (changed !== undefined) setting.commit(changed, [String(i)]);
      else if (items.length > 1) setting.commit(undefined, [String(i)]);
      // an empty list says nothing
      else setting.commit(undefined);
    },
  };
}
