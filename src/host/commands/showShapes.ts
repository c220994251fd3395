import { showDesigner } from '../designer/showDesigner';
import { shownNetwork } from '../network/shownNetwork';
import type { Command } from './command';

export const showShapes: Command = async (host, uri) => {
  const network = await shownNetwork(host, uri);
  const designer = network && (await showDesigner(host, network));
  designer?.post({ type: 'request', request: 'show-shapes' });
};
