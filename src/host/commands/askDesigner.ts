import type { ToView } from '../../protocol/view';
import { showDesigner } from '../designer/showDesigner';
import { shownNetwork } from '../network/shownNetwork';
import type { Command } from './command';

/** A command that the designer of the network does. */
export function askDesigner(request: Extract<ToView, { type: 'request' }>['request']): Command {
  return async (host, uri) => {
    const network = await shownNetwork(host, uri);
    const designer = network && (await showDesigner(host, network));
    designer?.post({ type: 'request', request });
  };
}
