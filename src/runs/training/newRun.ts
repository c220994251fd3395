import { networkDigest, weightsFiles } from '../../core/analyze';
import type { Reading } from '../../data/reading';
import { folderAt } from '../../platform/folder';
import { nodeFiles } from '../../platform/nodeFiles';
import { basename, dirname, resolve } from '../../platform/path';
import { dataFiles } from '../dataFiles';
import { Recorder } from '../folder/recorder';
import { makeRunFolder, networkAddress, runFiles, runsFolder } from '../folder/runFolder';
import { holdNewRun, refuseTaken } from '../folder/runLock';
import { tidyRuns } from '../folder/tidyRuns';
import { weightsFile } from '../folder/weightsFile';
import { atLine } from '../preparing/atLine';
import { checked, closingOnFault, type Prepared, prepare } from '../preparing/prepare';
import { type Start, startOf } from '../preparing/startOf';
import { type EquipOptions, equip } from './equip';
import type { OpenedRun } from './openedRun';
import type { RunAhead } from './runAhead';

/** `seed` and `iterations` stand instead of the file's. */
export interface NewRun extends Omit<EquipOptions, 'resume' | 'start'> {
  /** The network file, absolute. */
  readonly file: string;
  /** Its text, which may not be saved yet. */
  readonly text: string;
  /** Where the run is kept, instead of `.layerwise/runs/<time>`. */
  readonly folder?: string;
  /** What may have been made ready already; then with as many threads as there are processors. */
  readonly ahead?: RunAhead | undefined;
}

/** Reads the data, draws the initial weights and makes the folder. Throws a fault where it can't. */
export async function newRun(
  { file, text, ahead, ...options }: NewRun,
  reading: Reading,
): Promise<OpenedRun> {
  if (options.folder !== undefined) await refuseTaken(folderAt(resolve(options.folder)));
  await tidyRuns(runsFolder(dirname(file)));
  const prepared = await prepare(text, file, reading, { ahead: ahead?.data });
  return closingOnFault(prepared.data, () => beginRun({ file, text, ahead, ...options }, prepared, reading));
}

async function beginRun(
  { file, text, folder: place, ahead, ...options }: NewRun,
  prepared: Prepared,
  reading: Reading,
): Promise<OpenedRun> {
  const seed = options.seed ?? prepared.snapshot.network!.training!.seed;
  const start = await startingWeights(file, text, prepared);
  const { run, info } =
    (await ahead?.take(text, seed, prepared.data, reading.cancelled)) ??
    (await equip(prepared, { ...options, seed, start: start.arrays }, reading));
  const data = await dataFiles(dirname(file), prepared.data.report.files);
  const time = new Date();
  const folder = await makeRunFolder(file, time, place);
  const lock = await holdNewRun(folder);
  try {
    await folder.write(runFiles.network, text);
  } catch (error) {
    await lock.release();
    throw error;
  }
  return {
    ...run,
    info: {
      ...info,
      ...(start.said.length > 0 && { start: start.said }),
      id: basename(folder.path),
      folder: folder.path,
      network: networkAddress(folder.path, file),
      startedAt: time.toISOString(),
      seed,
      iterations: run.training.iterations,
      stepsPerEpoch: run.training.stepsPerEpoch,
      digest: networkDigest(text),
      data,
      state: 'preparing',
      iteration: 0,
    },
    recorder: new Recorder(folder, lock),
    warnings: prepared.snapshot.problems
      .filter(({ severity }) => severity === 'warning')
      .map(problem => atLine(file, text, problem)),
    seconds: 0,
  };
}

/** What the network starts with of others that were trained before; throws a fault where it asks for what isn't there. */
async function startingWeights(file: string, text: string, { snapshot, data }: Prepared): Promise<Start> {
  const sources = [];
  for (const address of weightsFiles(snapshot.network!))
    sources.push(await weightsFile(nodeFiles(dirname(file)), address));
  if (sources.length === 0) return { arrays: [], said: [] };
  const weights = sources.map(({ report }) => report);
  return startOf(checked(text, file, { ...data.report, weights }), sources);
}
