import { canvasContext } from './canvas/canvas';
import { drawFrame } from './frame/drawFrame';
import type { HostChannel } from './hostChannel';
import { requests } from './requests';
import { createStore, type Store } from './store';

/** Starts the designer in `root`: draws on every change, and asks the host for all there is to show. */
export function startApp(root: HTMLElement, host: HostChannel): Store {
  const store = createStore(host, (state, actions) => drawFrame(root, state, actions));
  drawFrame(root, store.state, store.actions);
  host.listen(message => {
    store.receive(message);
    if (message.type !== 'request') return;
    const canvas = canvasContext(root.querySelector<HTMLElement>('.canvas-root')!);
    if (canvas) requests[message.request]?.(canvas);
  });
  host.send({ type: 'ready' });
  return store;
}
