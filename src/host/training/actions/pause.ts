import type { RunAction } from './runAction';

export const pause: RunAction = (host, network) => host.runs.of(network).send({ type: 'pause' });
