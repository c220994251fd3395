import { child } from '../../dom/child';
import type { FieldOf } from '../field';
import { rows } from '../rows';
import type { Widget } from '../setting';

/** An object with fields of its own, under one heading. */
export const group: Widget<FieldOf<'group'>> = (root, setting, row) => {
  const value = setting.value as Readonly<Record<string, unknown>> | undefined;
  const settings = setting.field.fields.map(field => {
    const path = `${setting.path}.${field.name}`;
    return {
      ...setting,
      field,
      path,
      value: value?.[field.name],
      problems: setting.problems.filter(problem => problem.field?.startsWith(path)),
      preview: (inner: unknown) => setting.preview({ ...value, [field.name]: inner }),
      commit: (inner: unknown, within: readonly string[] = []) =>
        value ? setting.commit(inner, [field.name, ...within]) : setting.commit({ [field.name]: inner }),
    };
  });
  rows(child(root, 'div.fields'), settings, row);
};
