import type { RunAction } from './runAction';

export const stop: RunAction = (host, network) => host.runs.of(network).stop();
