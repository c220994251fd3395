import type { Row, Setting } from './setting';

/** One row a setting. A row stays the same element as long as its field is there and of its kind. */
export function rows(root: HTMLElement, settings: readonly Setting[], draw: Row): void {
  const old = new Map(
    [...root.children].map(row => [(row as HTMLElement).dataset.field, row as HTMLElement]),
  );
  let last: Element | null = null;
  for (const setting of settings) {
    const key = `${setting.field.name} ${setting.field.kind}`;
    const row = old.get(key) ?? document.createElement('div');
    old.delete(key);
    row.dataset.field = key;
    const place: Element | null = last ? last.nextElementSibling : root.firstElementChild;
    // moving an element takes its focus away, so only one that is elsewhere is moved
    if (place !== row) root.insertBefore(row, place);
    draw(row, setting);
    last = row;
  }
  for (const row of old.values()) row.remove();
}
