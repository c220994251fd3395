import type { Reading } from '../data/reading';
import { folderAt } from '../platform/folder';
import { equip } from './equip';
import { fitted } from './fitted';
import { metricLines } from './metricsFile';
import type { OpenedRun } from './openedRun';
import { closingOnFault, type Prepared, prepare } from './prepare';
import { readWeights } from './readWeights';
import { Recorder } from './recorder';
import type { RunInfo } from './run';
import { networkFileOf, openRun, readMetrics, runFiles } from './runFolder';
import { runText } from './runText';

/**
 * Goes back to the last checkpoint of a run that was stopped, or whose process died. What it had measured after that
 * is dropped, because it will be measured again.
 */
export async function savedRun(path: string, reading: Reading): Promise<OpenedRun> {
  const info = await openRun(path);
  const prepared = await prepare(await runText(info), networkFileOf(info), reading, info.preprocessing);
  return closingOnFault(prepared.data, () => goOn(info, prepared));
}

async function goOn(saved: RunInfo, prepared: Prepared): Promise<OpenedRun> {
  const folder = folderAt(saved.folder);
  const last = await readWeights(folder, runFiles.last);
  const { run, info } = await equip(prepared, {
    seed: saved.seed,
    iterations: saved.iterations,
    resume: fitted(prepared.snapshot, last.checkpoint),
  });
  const lowestCost = (await readWeights(folder, runFiles.best).catch(() => undefined))?.metadata.cost;
  const { iteration } = last.checkpoint;
  const points = (await readMetrics(saved.folder)).filter(point => point.iteration < iteration);
  await folder.write(runFiles.metrics, metricLines(points));
  return {
    ...run,
    info: { ...saved, ...info, message: undefined, iteration },
    recorder: new Recorder(folder, lowestCost),
    seconds: last.metadata.seconds ?? points.at(-1)?.seconds ?? 0,
  };
}
