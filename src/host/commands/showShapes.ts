import { showDesigner } from '../designer/showDesigner';
import { chooseNetwork } from '../network/chooseNetwork';
import type { Command } from './command';

export const showShapes: Command = async (host, uri) => {
  const network = uri ?? (await chooseNetwork(host));
  const designer = network && (await showDesigner(host, network));
  designer?.post({ type: 'request', request: 'show-shapes' });
};
