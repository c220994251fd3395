import { child } from '../dom/child';
import { setText } from '../dom/setText';
import { problemList } from '../problems/problemList';
import type { Setting } from './setting';
import { widget } from './widgets';

/** A field with its title, its widget, and what is wrong with it. */
export function fieldRow(root: HTMLElement, setting: Setting): void {
  const { field, problems } = setting;
  root.className = `field of-${field.kind}`;
  root.title = field.description;
  const label = child(root, 'div.label');
  label.hidden = field.kind === 'flag';
  setText(child(label, 'span.title'), field.title);
  setText(child(label, 'code.name'), field.name).hidden =
    field.name.toLowerCase() === field.title.toLowerCase();
  widget(child(root, 'div.widget'), setting, fieldRow);
  const within = ['variant', 'variants', 'group'].includes(field.kind);
  const own = within ? problems.filter(problem => !isInner(problem.field, setting)) : problems;
  problemList(child(root, 'div.problems'), own, setting.fix);
}

/** Whether a row further in shows it. */
const isInner = (path: string | undefined, { field, path: own }: Setting) =>
  'fields' in field
    ? field.fields.some(inner => path === `${own}.${inner.name}`)
    : path !== own && path?.startsWith(`${own}.`) && path !== `${own}.type`;
