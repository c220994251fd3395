import { applyTextEdits, editNetwork } from '../../src/core/network/edit';
import type { FromView, ToView } from '../../src/protocol/view';
import type { HostChannel } from '../hostChannel';
import type { Fixture } from './fixtures';

export interface FixtureHost extends HostChannel {
  readonly text: string;
  /** All that the view has said. */
  readonly messages: readonly FromView[];
  tell(message: ToView): void;
  /** As typing in the text editor beside, or an undo, does. */
  write(text: string): void;
}

/** A host that keeps the document in memory, and applies edits as the extension host does. */
export function fixtureHost(fixture: Fixture): FixtureHost {
  let text = fixture.text;
  let version = 1;
  let kept: unknown;
  let receive: (message: ToView) => void = () => {};
  const messages: FromView[] = [];
  const showDocument = () =>
    receive({ type: 'document', text, version, name: 'network.nn.json', editable: fixture.editable ?? true });
  const write = (next: string) => {
    if (next === text) return;
    text = next;
    version++;
    showDocument();
  };
  return {
    get text() {
      return text;
    },
    messages,
    tell: message => receive(message),
    write,
    listen: callback => {
      receive = callback;
    },
    saved: () => kept,
    save: state => {
      kept = state;
    },
    send: message => {
      messages.push(message);
      // the answer comes later, as from another process
      queueMicrotask(() => {
        if (message.type === 'ready') {
          showDocument();
          for (const said of fixture.said ?? []) receive(said);
        } else if (message.type === 'edit') write(applyTextEdits(text, editNetwork(text, message.edits)));
        else if (message.type === 'fix' && message.version === version)
          write(applyTextEdits(text, message.edits));
      });
    },
  };
}
