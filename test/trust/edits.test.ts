import fc from 'fast-check';
import { expect } from 'vitest';
import { analyze, type Snapshot } from '../../src/core/analyze';
import { editNetwork } from '../../src/core/network/edit';
import type { TextEdit } from '../../src/core/problem';
import { readFromView, readToView, type ToView } from '../../src/protocol/view';
import type { HostChannel } from '../../webview/hostChannel';
import { createStore } from '../../webview/store';
import { edit, written } from '../core/network/writtenNetworks';
import { row } from './row';

/**
 * A document as VS Code keeps it: an edit replaces ranges of the text as it was before, which may not overlap, and is one
 * step of its undo stack, which holds what was replaced.
 */
class UndoableText {
  #undo: { readonly offset: number; readonly length: number; readonly text: string }[][] = [];

  constructor(public text: string) {}

  apply(edits: readonly TextEdit[]): void {
    const undo: { offset: number; length: number; text: string }[] = [];
    let moved = 0;
    let end = 0;
    const before = this.text;
    let after = '';
    for (const { offset, length, text } of [...edits].sort((a, b) => a.offset - b.offset)) {
      if (offset < end || offset + length > before.length)
        throw new Error('edits overlap, or leave the text');
      after += before.slice(end, offset) + text;
      undo.push({ offset: offset + moved, length: text.length, text: before.slice(offset, offset + length) });
      moved += text.length - length;
      end = offset + length;
    }
    this.text = after + before.slice(end);
    this.#undo.push(undo);
  }

  undoAll(): void {
    for (const step of this.#undo.splice(0).reverse()) {
      for (const { offset, length, text } of [...step].reverse()) {
        this.text = this.text.slice(0, offset) + text + this.text.slice(offset + length);
      }
    }
  }
}

/** By way of JSON and the validator, as messages go. */
const arrives = <T>(read: (message: unknown) => T | undefined, message: unknown): T => {
  const arrived = read(JSON.parse(JSON.stringify(message)));
  if (arrived === undefined) throw new Error(`${JSON.stringify(message)} didn’t arrive`);
  return arrived;
};

/** A view and a host that keeps a document; the host answers when `settle` is called. */
function session(first: string) {
  const document = new UndoableText(first);
  let version = 1;
  const sent: unknown[] = [];
  const channel: HostChannel = {
    send: message => sent.push(message),
    listen: () => {},
    saved: () => undefined,
    save: () => {},
  };
  const store = createStore(
    channel,
    () => {},
    () => {},
  );
  const tell = (message: ToView) => store.receive(arrives(readToView, message));
  const show = () =>
    tell({ type: 'document', text: document.text, version: version++, name: 'a.nn.json', editable: true });
  show();
  return {
    document,
    store,
    show,
    settle() {
      for (const message of sent.splice(0)) {
        const arrived = arrives(readFromView, message);
        if (arrived.type !== 'edit') continue;
        const edits = editNetwork(document.text, arrived.edits);
        if (edits.length > 0) document.apply(edits);
        show();
      }
    },
  };
}

/** What the view draws from an analysis. */
const seen = ({ network, shapes, problems }: Snapshot) =>
  JSON.stringify([network?.layers, network?.data, network?.training, shapes?.parameterCount, problems]);

const editsEach = 20;

row(
  'random edits: the view shows the text, and undoing all gives the first bytes',
  { quick: 100, full: 10_000, limit: 1_800_000 },
  async (count, tally) => {
    const scripts = fc.sample(
      fc.tuple(written(true), fc.array(edit, { minLength: editsEach, maxLength: editsEach })),
      {
        numRuns: count / editsEach,
        seed: 10,
      },
    );
    for (const [n, [{ text: first }, edits]] of scripts.entries()) {
      const { document, store, settle, show } = session(first);
      for (const [i, one] of edits.entries()) {
        await tally.try(`network ${n}, edit ${i}: ${JSON.stringify(one)}`, () => {
          store.actions.edit(one);
          // what is shown before the host has answered is what its answer will be
          const shown = seen(store.state.snapshot);
          settle();
          expect(store.state.document?.text).toBe(document.text);
          expect(store.state.pending).toEqual([]);
          expect(shown).toBe(seen(analyze(document.text)));
          expect(seen(store.state.snapshot)).toBe(shown);
          if (i < edits.length - 1) return;
          document.undoAll();
          show();
          expect(Buffer.from(document.text)).toEqual(Buffer.from(first));
          expect(store.state.document?.text).toBe(first);
          expect(seen(store.state.snapshot)).toBe(seen(analyze(first)));
        });
      }
    }
  },
);
