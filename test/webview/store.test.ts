import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromView, ToView } from '../../src/protocol/view';
import type { HostChannel } from '../../webview/hostChannel';
import type { ViewState } from '../../webview/state';
import { createStore } from '../../webview/store';
import { oneHidden, planar } from './states';

const text = JSON.stringify({ layers: oneHidden });
const shown = (written: string, version = 1, editable = true): ToView => ({
  type: 'document',
  text: written,
  version,
  name: 'a.nn.json',
  editable,
});

/** A host that only listens, and a frame that comes when it is told to. */
function setUp(saved?: unknown) {
  const sent: FromView[] = [];
  const kept: unknown[] = [];
  const drawn: ViewState[] = [];
  const frames: (() => void)[] = [];
  const host: HostChannel = {
    send: message => sent.push(message),
    listen: () => {},
    saved: () => saved,
    save: state => kept.push(state),
  };
  const store = createStore(
    host,
    state => drawn.push(state),
    callback => frames.push(callback),
  );
  const frame = () => {
    for (const callback of frames.splice(0)) callback();
  };
  return { store, sent, kept, drawn, frame };
}

const units = ({ good }: ViewState, id: string) =>
  good?.network.layers.find(layer => layer.id === id)?.raw.units;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the store', () => {
  test('draws once a frame, whatever happens in it', () => {
    const { store, drawn, frame } = setUp();
    store.receive(shown(text));
    store.receive({ type: 'data', report: planar });
    store.actions.set({ selection: ['hidden'] });
    expect(drawn).toHaveLength(0);
    frame();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]!.good?.shapes.parameterCount).toBe(17);
    frame();
    expect(drawn).toHaveLength(1);
  });

  test('draws at once where it is told to, and not again with the frame', () => {
    const { store, drawn, frame } = setUp();
    store.receive(shown(text));
    store.actions.draw();
    expect(drawn).toHaveLength(1);
    frame();
    store.actions.draw();
    expect(drawn).toHaveLength(1);
    store.actions.set({ selection: ['hidden'] });
    frame();
    expect(drawn).toHaveLength(2);
  });

  test('knows a picture of half a text from one of the text before', () => {
    const { store } = setUp();
    store.receive(shown('{"layers":[{"id":"a","type":"input"},'));
    expect(store.state).toMatchObject({ broken: true, good: { partial: true } });
    store.receive(shown(text, 2));
    expect(store.state).toMatchObject({ broken: false, good: { partial: false } });
    store.receive(shown('{"layers":[{"id":"a","type":"input"},', 3));
    expect(store.state).toMatchObject({ broken: true, good: { partial: false } });
    expect(store.state.good?.network.layers).toHaveLength(3);
  });

  test('keeps the last good picture while the text is broken, and mends it', () => {
    const { store } = setUp();
    store.receive(shown(text));
    store.receive(shown(text.slice(0, -3), 2));
    expect(store.state.broken).toBe(true);
    expect(store.state.good?.network.layers).toHaveLength(3);
    expect(store.state.snapshot.problems.length).toBeGreaterThan(0);
    store.receive(shown(text, 3));
    expect(store.state.broken).toBe(false);
  });

  test('has the sizes of its data in the last good picture, also where they come after the text broke', () => {
    const { store } = setUp();
    const parameters = () => store.state.good?.shapes.parameterCount;
    store.receive(shown(text));
    store.receive(shown(text.slice(0, -3), 2));
    expect(parameters()).toBeUndefined();
    store.receive({ type: 'data', report: planar });
    expect(store.state.broken).toBe(true);
    expect(parameters()).toBe(17);
  });

  test('shows half a text where there is nothing better', () => {
    const { store } = setUp();
    store.receive(shown(text.slice(0, -3)));
    expect(store.state.broken).toBe(true);
    expect(store.state.good?.network.layers.length).toBeGreaterThan(0);
  });

  test('previews an edit without sending it', () => {
    const { store, sent } = setUp();
    store.receive(shown(text));
    store.actions.set({ preview: [{ kind: 'set-field', id: 'hidden', field: 'units', value: 7 }] });
    expect(units(store.state, 'hidden')).toBe(7);
    expect(sent).toEqual([]);
    store.actions.set({ preview: [] });
    expect(units(store.state, 'hidden')).toBe(4);
  });

  test('shows edits it has sent at once, and each until its text has come', () => {
    const { store, sent } = setUp();
    store.receive(shown(text));
    const set = (value: number) => ({ kind: 'set-field', id: 'hidden', field: 'units', value }) as const;
    store.actions.edit(set(5));
    store.actions.edit(set(6));
    expect(sent).toHaveLength(2);
    expect(units(store.state, 'hidden')).toBe(6);
    // the answer to the first must not take the second back
    store.receive(shown(text.replace('"units":4', '"units":5'), 2));
    expect(units(store.state, 'hidden')).toBe(6);
    store.receive(shown(text.replace('"units":4', '"units":6'), 3));
    expect(store.state.pending).toEqual([]);
    expect(units(store.state, 'hidden')).toBe(6);
  });

  test('sends no edit that changes nothing, which no text would answer', () => {
    const { store, sent } = setUp();
    store.receive(shown(text));
    const set = (value: number) => ({ kind: 'set-field', id: 'hidden', field: 'units', value }) as const;
    store.actions.edit(set(4));
    store.actions.edit(set(4));
    expect(sent).toEqual([]);
    // what is written elsewhere is shown at once
    store.receive(shown(text.replace('"units":4', '"units":5'), 2));
    expect(units(store.state, 'hidden')).toBe(5);
    // back to what the text says, behind an edit under way, is a change
    store.actions.edit(set(6));
    store.actions.edit(set(5));
    expect(sent).toHaveLength(2);
  });

  test('gives an edit up that the host does not answer', () => {
    const { store } = setUp();
    store.receive(shown(text));
    store.actions.edit({ kind: 'set-field', id: 'hidden', field: 'units', value: 9 });
    vi.advanceTimersByTime(3000);
    expect(units(store.state, 'hidden')).toBe(4);
  });

  test('sends no edit of a file that may not be written', () => {
    const { store, sent } = setUp();
    store.receive(shown(text, 1, false));
    store.actions.edit({ kind: 'set-field', id: 'hidden', field: 'units', value: 9 });
    expect(sent).toEqual([]);
    expect(units(store.state, 'hidden')).toBe(4);
  });

  test('selects what an edit adds', () => {
    const { store } = setUp();
    store.receive(shown(text));
    store.actions.edit({ kind: 'add-layer', type: 'dense', after: 'hidden' });
    expect(store.state.selection).toHaveLength(1);
    const [added] = store.state.selection;
    expect(['input', 'hidden', 'output']).not.toContain(added);
    expect(store.state.good?.network.layers[2]?.id).toBe(added);
  });

  test('keeps the selection through a rename, and drops layers that are gone', () => {
    const { store } = setUp();
    store.receive(shown(text));
    store.actions.set({ selection: ['hidden'] });
    store.actions.edit({ kind: 'rename-layer', id: 'hidden', to: 'middle' });
    expect(store.state.selection).toEqual(['middle']);
    store.receive(shown(JSON.stringify({ layers: [oneHidden[0]] }), 2));
    expect(store.state.selection).toEqual([]);
  });

  test('tells the host the selection only where it changes', () => {
    const { store, sent } = setUp();
    store.receive(shown(text));
    store.actions.set({ selection: ['hidden'] });
    store.actions.set({ selection: ['hidden'], panel: 'shapes' });
    expect(sent).toEqual([{ type: 'select', layers: ['hidden'] }]);
  });

  test('comes back as it was after a reload', () => {
    const before = setUp();
    before.store.receive(shown(text));
    before.store.actions.set({
      selection: ['hidden'],
      panel: 'shapes',
      viewport: { x: 1, y: 2, k: 0.5 },
      flow: 'vertical',
      chart: { log: true, smoothing: 0.5 },
    });
    vi.advanceTimersByTime(1000);
    expect(before.kept).toHaveLength(1);
    const after = setUp(JSON.parse(JSON.stringify(before.kept[0])));
    // chosen in the view, it wins over the setting
    after.store.receive({ type: 'settings', orientation: 'horizontal' });
    after.store.receive(shown(text));
    const { selection, panel, viewport, flow, chart } = after.store.state;
    expect({ selection, panel, viewport, flow, chart }).toEqual({
      selection: ['hidden'],
      panel: 'shapes',
      viewport: { x: 1, y: 2, k: 0.5 },
      flow: 'vertical',
      chart: { log: true, smoothing: 0.5 },
    });
  });

  test('begins anew where what was kept is of another form', () => {
    const { store } = setUp({ selection: 3, panel: 'nowhere' });
    expect(store.state.selection).toEqual([]);
    expect(store.state.panel).toBe('inspector');
  });
});

describe('an empty file', () => {
  test('is not broken: a network begins in it', () => {
    const { store } = setUp();
    store.receive(shown(''));
    expect(store.state.broken).toBe(false);
    store.actions.edit({ kind: 'add-layer', type: 'input' });
    expect(store.state.good?.network.layers.map(layer => layer.type)).toEqual(['input']);
  });

  test('shows nothing of what was there before', () => {
    const { store } = setUp();
    store.receive(shown(text));
    store.receive(shown('', 2));
    expect(store.state.good).toBe(undefined);
  });
});
