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
  // what stands in the text, though it isn't one of the values, is shown too
  const foreign = option ? [] : [{ value: String(chosen ?? ''), title: foreignTitle(chosen, mixed) }];
  select(child(root, 'div.choice'), {
    label: field.title,
    options: [...foreign, ...options],
    value: String(chosen ?? ''),
    editable,
    invalid: setting.problems.some(problem => problem.severity === 'error'),
    choose: text => {
      const picked = field.options.find(candidate => String(candidate.value) === text);
      if (picked) setting.commit(picked.value);
    },
  });
  explanation(root, { field: field.name, option });
};

const foreignTitle = (chosen: unknown, mixed: boolean) =>
  mixed ? SEVERAL : chosen === undefined ? 'none' : String(chosen);
