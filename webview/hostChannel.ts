import { type FromView, readToView, type ToView } from '../src/protocol/view';

/** The view's way to the extension host. The gallery page and the tests give one of their own. */
export interface HostChannel {
  send(message: FromView): void;
  /** Calls `receive` for each message of the host. */
  listen(receive: (message: ToView) => void): void;
  /** What the view kept when it was last shown; of any form, since an older version may have kept it. */
  saved(): unknown;
  save(state: unknown): void;
}

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The channel inside VS Code. May be made once a page. */
export function vscodeChannel(): HostChannel {
  const api = acquireVsCodeApi();
  return {
    send: message => api.postMessage(message),
    listen: receive =>
      window.addEventListener('message', event => {
        const message = readToView(event.data);
        if (message) receive(message);
        else api.postMessage({ type: 'log', message: 'The host sent a message that the view doesn’t know.' });
      }),
    saved: () => api.getState(),
    save: state => api.setState(state),
  };
}
