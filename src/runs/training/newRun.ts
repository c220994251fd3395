import { networkDigest } from '../../core/analyze';
import type { Reading } from '../../data/reading';
import { folderAt } from '../../platform/folder';
import { basename, dirname, resolve } from '../../platform/path';
import { dataFiles } from '../dataFiles';
import { Recorder } from '../folder/recorder';
import { makeRunFolder, networkAddress, runFiles, runsFolder } from '../folder/runFolder';
import { holdNewRun, refuseTaken } from '../folder/runLock';
import { tidyRuns } from '../folder/tidyRuns';
import { closingOnFault, type Prepared, prepare } from '../preparing/prepare';
import { type EquipOptions, equip } from './equip';
import type { OpenedRun } from './openedRun';

/** `seed` and `iterations` stand instead of the file's. */
export interface NewRun extends Omit<EquipOptions, 'resume'> {
  /** The network file, absolute. */
  readonly file: string;
  /** Its text, which may not be saved yet. */
  readonly text: string;
  /** Where the run is kept, instead of `.layerwise/runs/<time>`. */
  readonly folder?: string;
}

/** Reads the data, draws the initial weights and makes the folder. Throws a fault where it can't. */
export async function newRun({ file, text, ...options }: NewRun, reading: Reading): Promise<OpenedRun> {
  if (options.folder !== undefined) await refuseTaken(folderAt(resolve(options.folder)));
  await tidyRuns(runsFolder(dirname(file)));
  const prepared = await prepare(text, file, reading);
  return closingOnFault(prepared.data, () => beginRun({ file, text, ...options }, prepared, reading));
}

async function beginRun(
  { file, text, folder: place, ...options }: NewRun,
  prepared: Prepared,
  reading: Reading,
): Promise<OpenedRun> {
  const seed = options.seed ?? prepared.snapshot.network!.training!.seed;
  const { run, info } = await equip(prepared, { ...options, seed }, reading);
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
    seconds: 0,
  };
}
