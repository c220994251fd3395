import { child } from '../../dom/child';
import { explanation } from '../explanation';
import type { FieldOf } from '../field';
import { select } from '../select';
import type { Widget } from '../setting';

const SEVERAL = 'several values';

/** One of a few values, with what the chosen one means below. */
export const choice: Widget<FieldOf<'choice'>> = (root, setting) => {
  const { field, value, mixed, editable } = setting;
  const chosen = mixed ? undefined : (value ?? field.initial);
  const option = field.options.find(candidate => candidate.value === chosen);
  const options = field.options.map(({ value, title, description }) => ({
    value: String(value),
    title,
    description,
  }));
  // where nothing has to be written, that can be chosen again
  const free = !field.required && field.initial === undefined;
  const none =
    free || chosen === undefined ? [{ value: '', title: mixed ? SEVERAL : field.absent || 'none' }] : [];
  // what stands in the text, though it isn't one of the values, is shown too
  const foreign = option || chosen === undefined ? [] : [{ value: written(chosen), title: written(chosen) }];
  select(child(root, 'div.choice'), {
    label: field.title,
    options: [...none, ...foreign, ...options],
    value: chosen === undefined ? '' : written(chosen),
    editable,
    invalid: setting.problems.some(problem => problem.severity === 'error'),
    choose: text => {
      const picked = field.options.find(candidate => String(candidate.value) === text);
      if (picked) setting.commit(picked.value);
      else if (text === '' && free) setting.commit(undefined);
    },
  });
  explanation(root, { field: field.name, option });
};

const written = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
