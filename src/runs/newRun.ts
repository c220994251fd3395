import { networkDigest } from '../core/analyze';
import { createTraining } from '../core/train/createTraining';
import type { Reading } from '../data/reading';
import { basename } from '../platform/path';
import { engineFor } from './engineFor';
import { measuredSets } from './measuredSets';
import type { OpenedRun } from './openedRun';
import { closingOnFault, type Prepared, prepare } from './prepare';
import { Recorder } from './recorder';
import { makeRunFolder, networkAddress, runFiles } from './runFolder';

export interface NewRun {
  /** The network file, absolute. */
  readonly file: string;
  /** Its text, which may not be saved yet. */
  readonly text: string;
  /** Instead of the file's. */
  readonly seed?: number;
  readonly iterations?: number;
  /** At most so many threads; as many as there are processors where it isn't said. */
  readonly threads?: number;
  /** Names of passes over a step that are switched off, to see what each brings. */
  readonly without?: readonly string[];
  /** Where the run is kept, instead of `.layerwise/runs/<time>`. */
  readonly folder?: string;
}

/** Reads the data, draws the initial weights and makes the folder. Throws a fault where it can't. */
export async function newRun({ file, text, ...options }: NewRun, reading: Reading): Promise<OpenedRun> {
  const prepared = await prepare(text, file, reading);
  return closingOnFault(prepared.data, () => beginRun({ file, text, ...options }, prepared));
}

async function beginRun(
  { file, text, ...options }: NewRun,
  { snapshot, data }: Prepared,
): Promise<OpenedRun> {
  const settings = snapshot.network!.training!;
  const seed = options.seed ?? settings.seed;
  const batchSize = settings.batchSize === 'all' ? data.train.m : settings.batchSize;
  const engine = await engineFor(snapshot, batchSize, options.threads);
  const training = createTraining({
    snapshot,
    kernels: engine.kernels,
    train: data.train,
    seed,
    iterations: options.iterations,
    without: options.without,
  });
  const sets = measuredSets(data);
  const time = new Date();
  const folder = await makeRunFolder(file, time, options.folder);
  await folder.write(runFiles.network, text);
  return {
    training,
    train: sets.train,
    test: sets.test,
    evaluationFlops: snapshot.shapes!.flops * (sets.train.m + (sets.test?.m ?? 0)),
    evaluateEvery: settings.evaluateEvery,
    info: {
      id: basename(folder.path),
      folder: folder.path,
      network: networkAddress(folder.path, file),
      startedAt: time.toISOString(),
      seed,
      iterations: training.iterations,
      stepsPerEpoch: training.stepsPerEpoch,
      digest: networkDigest(text),
      state: 'preparing',
      iteration: 0,
      preprocessing: data.preprocessing,
      engine: engine.name,
      passes: training.passes,
      measuredOn: sets.measuredOn,
      flopsPerStep: 3 * snapshot.shapes!.flops * Math.min(batchSize, data.train.m),
    },
    recorder: new Recorder(folder),
    seconds: 0,
    close: data.close,
  };
}
