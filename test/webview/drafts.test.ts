import { afterEach, describe, expect, test } from 'vitest';
import type { FromView, ToView } from '../../src/protocol/view';
import { dropDraft, hasDraft, holdDraft } from '../../webview/drafts';
import { createStore } from '../../webview/store';
import { oneHidden } from './states';

const shown: ToView = {
  type: 'document',
  text: JSON.stringify({ layers: oneHidden }),
  version: 1,
  name: 'a.nn.json',
  editable: true,
};

const field = { isConnected: true };
afterEach(() => dropDraft(field));

function setUp() {
  const sent: FromView[] = [];
  const host = { send: (message: FromView) => sent.push(message), listen() {}, saved() {}, save() {} };
  const store = createStore(
    host,
    () => {},
    callback => callback(),
  );
  store.receive(shown);
  let text = '';
  const focused: string[] = [];
  /** As a field for the units of the hidden layer does. */
  const type = (typed: string, where = field) => {
    text = typed;
    holdDraft(where, {
      panel: 'inspector',
      commit: () => {
        if (!/^\d+$/.test(text)) return `Units is a whole number, not ${text}.`;
        dropDraft(where);
        store.actions.edit({ kind: 'set-field', id: 'hidden', field: 'units', value: Number(text) });
        return undefined;
      },
      discard: () => dropDraft(where),
      focus: () => focused.push(text),
    });
  };
  return { store, sent, type, focused };
}

const edit = (value: number): FromView => ({
  type: 'edit',
  edits: [{ kind: 'set-field', id: 'hidden', field: 'units', value }],
});

/** What reads the network as it is on the screen. */
const reading: FromView[] = [
  { type: 'run', action: 'start' },
  { type: 'run', action: 'step' },
  { type: 'run', action: 'reset' },
  { type: 'run', action: 'new-seed' },
  { type: 'run', action: 'resume' },
  { type: 'predict', id: 1, input: { kind: 'row', values: [1, 2] } },
  { type: 'evaluate', id: 1, set: 'test' },
  { type: 'command', command: 'open-text' },
  { type: 'command', command: 'export-picture' },
  { type: 'reveal', start: 0, end: 1 },
  { type: 'copy', text: '' },
  { type: 'save-picture', format: 'svg', data: '' },
];

describe('what is typed and not yet written', () => {
  test.each(reading)('is in the text before %o is asked for', message => {
    const { store, sent, type } = setUp();
    type('7');
    expect(store.actions.send(message)).toBe(true);
    expect(sent).toEqual([edit(7), message]);
  });

  test.each(reading)('keeps %o from being asked for where it can’t be read, and is shown', message => {
    const { store, sent, type, focused } = setUp();
    store.actions.set({ panel: 'training' });
    type('many');
    expect(store.actions.send(message)).toBe(false);
    expect(sent).toEqual([]);
    expect(store.state).toMatchObject({
      panel: 'inspector',
      announcement: 'Units is a whole number, not many.',
    });
    expect(focused).toEqual(['many']);
    expect(hasDraft(field)).toBe(true);
  });

  test.each<FromView>([
    { type: 'run', action: 'pause' },
    { type: 'run', action: 'stop' },
    { type: 'command', command: 'open-runs' },
    { type: 'log', message: 'a' },
  ])('has nothing to do with %o', message => {
    const { store, sent, type } = setUp();
    type('many');
    expect(store.actions.send(message)).toBe(true);
    expect(sent).toEqual([message]);
    expect(hasDraft(field)).toBe(true);
  });

  test('is written where the host asks for it, before the answer', () => {
    const { store, sent, type } = setUp();
    type('7');
    store.receive({ type: 'settle', id: 3 });
    expect(sent).toEqual([edit(7), { type: 'settled', id: 3, fault: undefined }]);
    type('many');
    store.receive({ type: 'settle', id: 4 });
    expect(sent.at(-1)).toEqual({ type: 'settled', id: 4, fault: 'Units is a whole number, not many.' });
  });

  test('is of the layers that were selected, whoever selects others', () => {
    for (const selectOther of [
      ({ actions }: ReturnType<typeof setUp>['store']) => actions.set({ selection: ['output'] }),
      ({ receive }: ReturnType<typeof setUp>['store']) =>
        receive({ type: 'selection', layers: ['output'], reveal: false }),
    ]) {
      const { store, sent, type } = setUp();
      store.actions.set({ selection: ['hidden'] });
      type('7');
      store.actions.set({ panel: 'shapes' });
      expect(hasDraft(field)).toBe(true);
      selectOther(store);
      expect(sent.filter(message => message.type === 'edit')).toEqual([edit(7)]);
      store.actions.set({ selection: ['hidden'] });
      type('many');
      selectOther(store);
      expect(hasDraft(field)).toBe(false);
      expect(sent.filter(message => message.type === 'edit')).toEqual([edit(7)]);
    }
  });

  test('goes with its field', () => {
    const { store, sent, type } = setUp();
    type('7', { isConnected: false });
    store.actions.send({ type: 'run', action: 'start' });
    expect(sent).toEqual([{ type: 'run', action: 'start' }]);
  });
});
