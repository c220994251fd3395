import type { Field, FieldOf } from '../field';
import type { Row, Setting, Widget } from '../setting';
import { choice } from './choice';
import { flag } from './flag';
import { group } from './group';
import { list } from './list';
import { number } from './number';
import { other } from './other';
import { sides } from './sides';
import { text } from './text';
import { variant } from './variant';
import { variants } from './variants';

const widgets: { readonly [K in Field['kind']]: Widget<FieldOf<K>> } = {
  choice,
  flag,
  group,
  list,
  number,
  other,
  sides,
  text,
  variant,
  variants,
};

/** Draws any setting with the widget of its kind. */
export function widget(root: HTMLElement, setting: Setting, row: Row): void {
  (widgets[setting.field.kind] as Widget<Field>)(root, setting, row);
}
