import { createTraining } from '../core/train/createTraining';
import type { Reading } from '../data/reading';
import { folderAt } from '../platform/folder';
import { engineFor } from './engineFor';
import { fitted } from './fitted';
import { measuredSets } from './measuredSets';
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

async function goOn(info: RunInfo, { snapshot, data }: Prepared): Promise<OpenedRun> {
  const folder = folderAt(info.folder);
  const settings = snapshot.network!.training!;
  const batchSize = settings.batchSize === 'all' ? data.train.m : settings.batchSize;
  const engine = await engineFor(snapshot, batchSize);
  const last = await readWeights(folder, runFiles.last);
  const training = createTraining({
    snapshot,
    kernels: engine.kernels,
    train: data.train,
    seed: info.seed,
    iterations: info.iterations,
    resume: fitted(snapshot, last.checkpoint),
  });
  const lowestCost = (await readWeights(folder, runFiles.best).catch(() => undefined))?.metadata.cost;
  const sets = measuredSets(data);
  const { iteration } = last.checkpoint;
  const points = (await readMetrics(info.folder)).filter(point => point.iteration < iteration);
  await folder.write(runFiles.metrics, metricLines(points));
  return {
    training,
    train: sets.train,
    test: sets.test,
    evaluationFlops: snapshot.shapes!.flops * (sets.train.m + (sets.test?.m ?? 0)),
    evaluateEvery: settings.evaluateEvery,
    info: {
      ...info,
      message: undefined,
      iteration,
      preprocessing: data.preprocessing,
      engine: engine.name,
      passes: training.passes,
      measuredOn: sets.measuredOn,
    },
    recorder: new Recorder(folder, lowestCost),
    seconds: last.metadata.seconds ?? points.at(-1)?.seconds ?? 0,
    close: data.close,
  };
}
