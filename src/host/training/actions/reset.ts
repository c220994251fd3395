import { beginRun } from '../begin';
import type { RunAction } from './runAction';

/** Back to the initial weights of the run, before its first step. */
export const reset: RunAction = async (host, network) => {
  const run = await host.runs.read(network);
  await beginRun(host, network, { seed: run.info?.seed, paused: true });
};
