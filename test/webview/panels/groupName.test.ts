import { expect, test, vi } from 'vitest';
import { applyTextEdits, editNetwork } from '../../../src/core/network/edit';
import type { NetworkEdit } from '../../../src/core/network/networkEdit';
import { layerSettings } from '../../../webview/panels/inspector/layerSettings';
import type { Actions, ViewState } from '../../../webview/state';
import { stateOf } from '../states';

const layers = [
  { id: 'input', type: 'input', shape: [8] },
  ...['a', 'b', 'c', 'd'].map(id => ({ id, type: 'dense', units: 8 })),
];
const state = stateOf(
  layers,
  { opened: ['group\ngroup-2'] },
  { view: { groups: { 'group-2': ['b', 'c'], head: ['a', 'd'] } } },
);

/** The field of a group’s name where these are selected, and what committing writes and sets. */
function nameOf(...ids: readonly string[]) {
  const edit = vi.fn<(...edits: NetworkEdit[]) => void>();
  const set = vi.fn<(change: Partial<ViewState>) => void>();
  const nodes = state.good!.network.layers.filter(({ id }) => ids.includes(id));
  const settings = layerSettings(nodes, state, { edit, set } as unknown as Actions);
  return { setting: settings.find(({ path }) => path === 'group'), edit, set };
}

test('a group made by hand is named in the inspector, and stays open', () => {
  const { setting, edit, set } = nameOf('b', 'c');
  expect(setting!.value).toBe('group-2');
  setting!.commit('encoder');
  const { text } = state.document!;
  const after = JSON.parse(applyTextEdits(text, editNetwork(text, edit.mock.calls[0]!)));
  expect(after.view.groups).toEqual({ head: ['a', 'd'], encoder: ['b', 'c'] });
  expect(set.mock.calls[0]![0].opened).toEqual(['group\nencoder']);
});

test('not as another one is, nor where more or less than the group is selected', () => {
  const { setting, edit, set } = nameOf('b', 'c');
  setting!.commit('head');
  setting!.commit('');
  expect(edit).not.toHaveBeenCalled();
  expect(set.mock.calls).toEqual([[{ announcement: 'There is a group head already.' }]]);
  expect(nameOf('b').setting).toBeUndefined();
  expect(nameOf('a', 'b', 'c').setting).toBeUndefined();
});
