import { canvasContext } from './canvas/canvas';
import { revealSelection } from './canvas/revealSelection';
import { drawFrame } from './frame/drawFrame';
import { selectAllInFields } from './frame/selectAllInFields';
import type { HostChannel } from './hostChannel';
import { requests } from './requests';
import { createStore, type Store } from './store';

/** Starts the designer in `root`: draws on every change, and asks the host for all there is to show. */
export function startApp(root: HTMLElement, host: HostChannel): Store {
  const store = createStore(host, (state, actions) => drawFrame(root, state, actions));
  drawFrame(root, store.state, store.actions);
  host.listen(message => {
    store.receive(message);
    const canvas = canvasContext(root.querySelector<HTMLElement>('.canvas-root')!);
    if (!canvas) return;
    if (message.type === 'request') requests[message.request]?.(canvas);
    if (message.type === 'selection' && message.reveal) revealSelection(canvas);
  });
  selectAllInFields(document);
  host.send({ type: 'ready' });
  return store;
}
