import { canEdit } from '../../canEdit';
import { sendFix } from '../../sendFix';
import type { Actions, ViewState } from '../../state';
import type { Field } from '../fields/field';
import type { Setting } from '../fields/setting';
import { asObject, type Written } from './writtenNetwork';

/** The fields of a part of the file, `data` or `training`, or those at its top where `part` is undefined. */
export function networkSettings(
  part: 'data' | 'training' | undefined,
  fields: readonly Field[],
  written: Written,
  state: ViewState,
  actions: Actions,
): Setting[] {
  const at = part ? [part] : [];
  const values = part ? asObject(written[part]) : written;
  return fields.map(field => {
    const path = [...at, field.name];
    const name = path.join('.');
    const set = (value: unknown, within: readonly string[] = []) => {
      // where the part itself isn't written yet, it comes with its first value
      const missing = part !== undefined && written[part] === undefined;
      return missing
        ? ({ kind: 'set-value', path: at, value: { [field.name]: value } } as const)
        : ({ kind: 'set-value', path: [...path, ...within], value } as const);
    };
    const span = state.snapshot.network?.span(name);
    return {
      field,
      value: values[field.name],
      mixed: false,
      path: name,
      problems: state.snapshot.problems.filter(
        // a layer has weights too
        ({ layer, field }) =>
          (part !== undefined || layer === undefined) && (field === name || field?.startsWith(`${name}.`)),
      ),
      editable: canEdit(state),
      preview: value => actions.set({ preview: [set(value)] }),
      cancel: () => actions.set({ preview: [] }),
      commit: (value, within) => actions.edit(set(value, within)),
      fix: sendFix(state, actions),
      reveal: span && (() => actions.send({ type: 'reveal', ...span })),
    };
  });
}
