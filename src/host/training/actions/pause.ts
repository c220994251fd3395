import type { RunAction } from '.';

export const pause: RunAction = (host, network) => host.runs.of(network).send({ type: 'pause' });
