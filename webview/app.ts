import { drawFrame } from './frame/drawFrame';
import type { HostChannel } from './hostChannel';
import { createStore, type Store } from './store';

/** Starts the designer in `root`: draws on every change, and asks the host for all there is to show. */
export function startApp(root: HTMLElement, host: HostChannel): Store {
  const store = createStore(host, (state, actions) => drawFrame(root, state, actions));
  host.listen(message => store.receive(message));
  drawFrame(root, store.state, store.actions);
  host.send({ type: 'ready' });
  return store;
}
