import { networkDigest } from '../../core/analyze';
import type { Reading } from '../../data/reading';
import type { FileLock } from '../../platform/fileLock';
import { type Folder, folderAt } from '../../platform/folder';
import { dirname } from '../../platform/path';
import { changedSinceRun, dataFiles } from '../dataFiles';
import { changedDataOf } from '../folder/changedDataOf';
import { settle } from '../folder/generations';
import { metricLines } from '../folder/metricsFile';
import { Recorder } from '../folder/recorder';
import { networkFileOf, openRun, readMetrics, runFiles } from '../folder/runFolder';
import { holdRun } from '../folder/runLock';
import { runText } from '../folder/runText';
import { weightsOfRun } from '../folder/runWeights';
import { ChangedDataFault } from '../preparing/changedDataFault';
import { fitted } from '../preparing/fitted';
import { closingOnFault, type Prepared, prepare } from '../preparing/prepare';
import type { Generation, MetricPoint, RunInfo } from '../run';
import { RunFault } from '../runFault';
import { equip } from './equip';
import type { OpenedRun } from './openedRun';

export interface SavedRunOptions {
  /** Steps in all, instead of those that the run was to take: a run that took them all can take more. */
  readonly iterations?: number;
  /** At most so many threads. */
  readonly threads?: number;
  /** Goes on although the data aren't those that the run began with. */
  readonly acceptChanges?: boolean;
}

/**
 * Goes back to the last checkpoint of a run that was stopped, or whose process died. What it had measured after that
 * is dropped, because it will be measured again.
 */
export async function savedRun(
  path: string,
  reading: Reading,
  options: SavedRunOptions = {},
): Promise<OpenedRun> {
  const folder = folderAt((await openRun(path)).folder);
  const lock = await holdRun(folder);
  try {
    // as it is now that nobody else writes it
    const info = await openRun(path);
    await settle(folder, info.checkpoint);
    const text = await runText(info);
    if (networkDigest(text) !== info.digest) {
      throw new RunFault(
        `The ${runFiles.network} of the run was edited: the weights are of another network. Train that one anew.`,
        info.folder,
      );
    }
    const changed = await changedDataOf(info);
    if (changed.length > 0 && !options.acceptChanges) throw new ChangedDataFault(changed, info.folder);
    const prepared = await prepare(text, networkFileOf(info), reading, { learnt: info.preprocessing });
    return await closingOnFault(prepared.data, () => goOn(info, prepared, changed, lock, options, reading));
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function goOn(
  saved: RunInfo,
  prepared: Prepared,
  changed: readonly string[],
  lock: FileLock,
  { iterations = saved.iterations, threads }: SavedRunOptions,
  reading: Reading,
): Promise<OpenedRun> {
  const folder = folderAt(saved.folder);
  const last = (await weightsOfRun(saved.folder, 'last'))!;
  const { iteration } = last.checkpoint;
  if (iteration > iterations || (iteration === iterations && saved.state === 'finished')) {
    throw new RunFault(
      `The run took ${iteration} steps: it goes on only where it is to take more than that.`,
      saved.folder,
    );
  }
  if (saved.state === 'finished' && iteration < saved.iterations) {
    throw new RunFault(
      `The run has ended, as its file asked for. ${saved.message ?? ''} Change "stop" in the network file and train anew.`,
      saved.folder,
    );
  }
  if (saved.state === 'diverged') {
    throw new RunFault(`The run would diverge again. ${saved.message ?? ''}`.trim(), saved.folder);
  }
  const { run, info } = await equip(
    prepared,
    { seed: saved.seed, iterations, threads, resume: fitted(prepared.snapshot, last.checkpoint) },
    reading,
  );
  const best = await weightsOfRun(saved.folder, 'best').catch(() => undefined);
  const points = await readMetrics(saved);
  const generation =
    saved.checkpoint ?? (await olderGeneration(folder, points, iteration, best !== undefined));
  return {
    ...run,
    info: {
      ...saved,
      ...info,
      choices: allOf(saved.choices, info.choices),
      ...(changed.length > 0 && (await withOtherData(saved, prepared, changed, iteration))),
      iterations,
      message: undefined,
      verdict: undefined,
      iteration,
    },
    earlier: points,
    recorder: new Recorder(folder, lock, {
      generation,
      lowestCost: best?.metadata.cost,
    }),
    seconds: last.metadata.seconds ?? points.at(-1)?.seconds ?? 0,
  };
}

/**
 * The choices that a run was begun with, and those that are new: what was worked out in learning, such as how numbers
 * are written, isn't decided again when the data are read in the terms that were learnt.
 */
function allOf(begun: readonly string[] = [], now: readonly string[] = []): readonly string[] {
  return [...new Set([...begun, ...now])];
}

/** The data that the run goes on with, and that they are others. */
async function withOtherData(
  saved: RunInfo,
  { data }: Prepared,
  changed: readonly string[],
  iteration: number,
): Promise<Pick<RunInfo, 'data' | 'remarks'>> {
  const remark = `${changedSinceRun(changed)}: from iteration ${iteration} on it learnt from other examples than before.`;
  return {
    data: await dataFiles(dirname(networkFileOf(saved)), data.report.files),
    remarks: [...(saved.remarks ?? []), remark],
  };
}

/** Of a run from before there were generations: its metrics may be ahead of its weights. */
async function olderGeneration(
  folder: Folder,
  points: readonly MetricPoint[],
  iteration: number,
  best: boolean,
): Promise<Generation> {
  const lines = metricLines(points.filter(point => point.iteration < iteration));
  await folder.write(runFiles.metrics, lines);
  return { last: 0, best: best ? 0 : undefined, metrics: new TextEncoder().encode(lines).length };
}
