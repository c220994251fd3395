import { layerOf } from '../../../src/core/layers';
import type { NetworkEdit } from '../../../src/core/network/edit';
import type { LayerNode } from '../../../src/core/network/network';
import { canEdit } from '../../canEdit';
import { sendFix } from '../../sendFix';
import type { Actions, ViewState } from '../../state';
import type { Field } from '../fields/field';
import { meant } from '../fields/meant';
import { layerFields } from '../fields/schemaFields';
import type { Setting } from '../fields/setting';
import { groupNameField } from './groupNameField';
import { idField } from './idField';

/** The fields of one layer with its id, or those that several layers have in common, with the name of their group. */
export function layerSettings(layers: readonly LayerNode[], state: ViewState, actions: Actions): Setting[] {
  const alone = layers.length === 1 ? layers[0] : undefined;
  const settings = common(layers).map(field => settingOf(field, layers, state, actions));
  const name = alone ? idField(alone, state, actions) : groupNameField(layers, state, actions);
  return name ? [name, ...settings] : settings;
}

/** The fields that every one of the layers has, by name and kind. */
function common(layers: readonly LayerNode[]): readonly Field[] {
  const all = [...new Set(layers.map(({ type }) => type))].map(type => {
    const definition = layerOf(type);
    return definition ? layerFields(definition) : [];
  });
  const [first = [], ...others] = all;
  return first.filter(({ name, kind }) =>
    others.every(fields => fields.some(field => field.name === name && field.kind === kind)),
  );
}

function settingOf(field: Field, layers: readonly LayerNode[], state: ViewState, actions: Actions): Setting {
  const { name } = field;
  const values = layers.map(({ raw }) => raw[name]);
  const mixed = new Set(values.map(value => JSON.stringify(meant(field, value)))).size > 1;
  const edits = (value: unknown): NetworkEdit[] =>
    layers.map(({ id }) => ({ kind: 'set-field', id, field: name, value }));
  const ids = new Set(layers.map(({ id }) => id));
  const span = layers[0]?.fieldSpan(name);
  return {
    field,
    value: mixed ? undefined : values[0],
    mixed,
    path: name,
    problems: state.snapshot.problems.filter(
      problem =>
        ids.has(problem.layer ?? '') && (problem.field === name || problem.field?.startsWith(`${name}.`)),
    ),
    editable: canEdit(state),
    preview: value => actions.set({ preview: edits(value) }),
    cancel: () => actions.set({ preview: [] }),
    commit: (value, within = []) => actions.edit(...edits(inside(values[0], within, value))),
    fix: sendFix(state, actions),
    reveal: span && (() => actions.send({ type: 'reveal', ...span })),
  };
}

/** `whole` with the value at `within` replaced. */
function inside(whole: unknown, within: readonly string[], value: unknown): unknown {
  const [name, ...deeper] = within;
  if (name === undefined) return value;
  const object = whole as Readonly<Record<string, unknown>> | undefined;
  return { ...object, [name]: inside(object?.[name], deeper, value) };
}
