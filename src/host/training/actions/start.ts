import { beginRun } from '../begin';
import type { RunAction } from './runAction';

/** From the first step: with the run that is ready, else with a new one and the seed of the file. */
export const start: RunAction = async (host, network) => {
  const run = host.runs.of(network);
  if (run.ready && (await run.send({ type: 'resume' }))) return;
  await beginRun(host, network);
};
