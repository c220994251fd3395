import { beginRun, resumeRun } from '../begin';
import type { RunAction } from './runAction';

/** One step of the run, which is paused then: of the one in progress, of the one that was stopped, or of a new one. */
export const step: RunAction = async (host, network) => {
  const run = await host.runs.read(network);
  const { info } = run;
  const outdated = run.stage === 'ready' && !run.ready;
  if (!run.live || outdated) {
    if (info && run.resumable && !run.view?.stale) await resumeRun(host, run, info, { paused: true });
    else await beginRun(host, network, { paused: true });
  }
  run.send({ type: 'step' });
};
