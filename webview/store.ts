import { analyze, isReadable } from '../src/core/analyze';
import { applyTextEdits, editNetwork, type NetworkEdit } from '../src/core/network/edit';
import { type FromView, readsNetwork, type ToView } from '../src/protocol/view';
import { commitDrafts, leaveDrafts } from './drafts';
import type { HostChannel } from './hostChannel';
import { initialState } from './initialState';
import { receive } from './receive';
import { readSaved, savedOf } from './savedState';
import type { Actions, Flow, ViewState } from './state';

export interface Store {
  readonly state: ViewState;
  readonly actions: Actions;
  receive(message: ToView): void;
}

/** How long the view shows an edit that the host hasn't answered, in milliseconds. */
const PATIENCE = 2000;

/**
 * Keeps the state and has it drawn, at most once a frame. The state changes by messages of the host, by the actions
 * of the views, and by nothing else; what follows from the text is worked out here with the code of the core.
 */
export function createStore(
  host: HostChannel,
  draw: (state: ViewState, actions: Actions) => void,
  nextFrame: (callback: () => void) => void = requestAnimationFrame,
): Store {
  const saved = readSaved(host.saved());
  let state = initialState(saved);
  // chosen in this view, it wins over the setting
  let flow: Flow | undefined = saved?.flow;
  let waiting = false;
  // ids grow with time, so that those of several views of a network have one order
  let lastId = 0;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const change = (part: Partial<ViewState>) => {
    const before = state;
    state = { ...state, ...part };
    if (textChanged(before, state)) state = derive(state);
    // the fields show other layers now
    if (!sameLayers(before.selection, state.selection)) leaveDrafts();
    if (waiting) return;
    waiting = true;
    nextFrame(drawNow);
  };

  const drawNow = () => {
    if (!waiting) return; // drawn before its frame came
    waiting = false;
    draw(state, actions);
  };

  /** A moment later, since a pan changes the state on every frame. */
  const keep = () => {
    clearTimeout(saving);
    saving = setTimeout(() => host.save(savedOf(state, flow)), 200);
  };

  const actions: Actions = {
    get state() {
      return state;
    },
    send: message => {
      if (readsNetwork(message) && actions.settle() !== undefined) return false;
      host.send(message);
      return true;
    },
    settle: () => {
      const unread = commitDrafts();
      if (!unread) return undefined;
      const { draft, fault } = unread;
      change({ announcement: fault, ...(draft.panel && { panel: draft.panel }) });
      drawNow();
      draft.focus();
      return fault;
    },
    ask: request => {
      const id = Math.max(lastId + 1, Date.now());
      if (!actions.send({ ...request, id } as FromView)) return false;
      lastId = id;
      change({
        asked: { ...state.asked, [request.type]: id },
        ...(request.type === 'generate' && { generated: { start: request.start, text: '', going: true } }),
      });
      return true;
    },
    edit: (...edits) => {
      if (edits.length === 0 || !state.document?.editable) return change({ preview: [] });
      // the host answers what changes the text: an edit that doesn't would stay under way, and go before those that come later
      const text = withEdits(state.document.text, state.pending);
      if (withEdits(text, [edits]) === text) return change({ preview: [] });
      host.send({ type: 'edit', edits });
      const before = new Set(state.good?.network.layers.map(layer => layer.id));
      change({ preview: [], pending: [...state.pending, edits] });
      // what an edit adds is selected
      const added = state.good?.network.layers.filter(layer => !before.has(layer.id)) ?? [];
      const renamed = edits.some(each => each.kind === 'rename-layer');
      if (added.length > 0 && (!renamed || state.selection.length === 0)) {
        actions.set({ selection: added.map(layer => layer.id), edge: undefined });
      }
      clearTimeout(patience);
      patience = setTimeout(() => state.pending.length > 0 && change({ pending: [] }), PATIENCE);
    },
    set: part => {
      const before = state.selection;
      if (part.flow) flow = part.flow;
      change(part);
      if (part.selection && !sameLayers(part.selection, before)) {
        host.send({ type: 'select', layers: [...part.selection] });
      }
      keep();
    },
    draw: drawNow,
  };

  return {
    get state() {
      return state;
    },
    actions,
    receive: message => {
      if (message.type === 'settings' && flow) return;
      // the edits go before the answer
      if (message.type === 'settle') host.send({ type: 'settled', id: message.id, fault: actions.settle() });
      change(receive(state, message));
    },
  };
}

const sameLayers = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n');

function textChanged(before: ViewState, after: ViewState): boolean {
  return (
    before.document?.text !== after.document?.text ||
    before.data !== after.data ||
    before.preview !== after.preview ||
    before.pending !== after.pending
  );
}

function withEdits(text: string, all: readonly (readonly NetworkEdit[])[]): string {
  return all.reduce(
    (text, edits) => (edits.length > 0 ? applyTextEdits(text, editNetwork(text, edits)) : text),
    text,
  );
}

/** What follows from the text, the data and the edits under way. */
function derive(state: ViewState): ViewState {
  if (!state.document) return state;
  const text = withEdits(state.document.text, [...state.pending, state.preview]);
  const snapshot = analyze(text, state.data);
  const { network, shapes } = snapshot;
  // an empty file isn't broken: it is where a network begins
  const blank = text.trim() === '';
  const broken = !blank && !isReadable(snapshot);
  const read = network && shapes ? { network, shapes, partial: broken, text, data: state.data } : undefined;
  // half a network is better than none, but not better than the whole one there was
  const whole = state.good?.partial ? undefined : withData(state.good, state.data);
  const good = blank ? undefined : broken ? (whole ?? read ?? state.good) : (read ?? state.good);
  const ids = new Set(good?.network.layers.map(layer => layer.id));
  const selection = state.selection.every(id => ids.has(id))
    ? state.selection
    : state.selection.filter(id => ids.has(id));
  return { ...state, snapshot, good, broken, selection };
}

/** The last picture of a text that is broken now, with the sizes of data that were read since. */
function withData(good: ViewState['good'], data: ViewState['data']): ViewState['good'] {
  if (!good || !data || good.data === data) return good;
  const { network, shapes } = analyze(good.text, data);
  return network && shapes ? { ...good, network, shapes, data } : good;
}
