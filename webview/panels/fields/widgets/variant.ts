import { child } from '../../dom/child';
import { explanation } from '../explanation';
import type { FieldOf } from '../field';
import { rows } from '../rows';
import { select } from '../select';
import type { Setting, Widget } from '../setting';

/** An object with a type, and below it the fields of that type. */
export const variant: Widget<FieldOf<'variant'>> = (root, setting, row) => {
  const { field, mixed, editable } = setting;
  const value = mixed ? undefined : (setting.value ?? field.initial);
  const written = isObject(value) ? value : { type: value };
  const option = field.options.find(candidate => candidate.value === written.type);
  // what may be left out can be left out again
  const optional = !field.required && field.initial === undefined;
  const foreign =
    option && !optional
      ? []
      : [{ value: '', title: mixed ? 'several values' : String((!option && written.type) || 'none') }];
  select(child(root, 'div.choice'), {
    label: field.title,
    options: [...foreign, ...field.options],
    value: option?.value ?? '',
    editable,
    invalid: setting.problems.some(problem => problem.field === `${setting.path}.type`),
    choose: type => setting.commit(type === '' ? undefined : fresh(field, type)),
  });
  explanation(root, { field: field.name, option });
  rows(child(root, 'div.fields'), inner(setting, option?.fields ?? [], written), row);
};

/** The fields of the chosen type as settings of their own. */
function inner(
  setting: Setting<FieldOf<'variant'>>,
  fields: FieldOf<'variant'>['options'][number]['fields'],
  written: Readonly<Record<string, unknown>>,
): Setting[] {
  return fields.map(field => {
    const path = `${setting.path}.${field.name}`;
    const whole = (value: unknown) => ({ ...written, [field.name]: value });
    return {
      ...setting,
      field,
      path,
      value: written[field.name],
      mixed: setting.mixed,
      problems: setting.problems.filter(problem => problem.field === path),
      preview: value => setting.preview(whole(value)),
      commit: value =>
        isObject(setting.value) ? setting.commit(value, [field.name]) : setting.commit(whole(value)),
    };
  });
}

/** Another type starts with its own usual values, its first field written out. A type without fields is a word. */
function fresh(field: FieldOf<'variant'>, type: string): unknown {
  const first = field.options.find(option => option.value === type)?.fields[0];
  return first ? { type, [first.name]: first.initial } : type;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
