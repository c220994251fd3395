import type { RunAction } from '.';

export const stop: RunAction = (host, network) => host.runs.of(network).stop();
