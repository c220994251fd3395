import { analyze, type Snapshot } from '../core/analyze';
import { formatShape } from '../core/shape';
import { createModel } from '../core/train/createModel';
import type { Model } from '../core/train/model';
import type { Checkpoint } from '../core/train/training';
import { describeData } from '../data/data';
import type { Files } from '../data/files';
import type { Preprocessing } from '../data/preprocessing';
import type { Reading } from '../data/reading';
import { folderAt } from '../platform/folder';
import { nodeFiles } from '../platform/nodeFiles';
import { basename, dirname, resolve } from '../platform/path';
import { engineFor } from './engineFor';
import { fits, fitted } from './fitted';
import { checked, prepare } from './prepare';
import { readWeights } from './readWeights';
import { reportOf } from './reportOf';
import { RunFault } from './runFault';
import { networkFileOf, openRun, readRunInfo, runFiles } from './runFolder';
import { runText } from './runText';

/** Examples that are computed at once, at most. */
const batchSize = 1024;

/** A trained network with all that is needed to use it. */
export interface SavedModel {
  readonly snapshot: Snapshot;
  readonly model: Model;
  /** As learnt in training. */
  readonly preprocessing: Preprocessing;
  /** The network file, absolute, and the files beside it. */
  readonly file: string;
  readonly files: Files;
}

/**
 * Which weights of a run are used: those of its last checkpoint, or those of its lowest cost on the test set. The last
 * ones are what is meant where nothing is said: best ones were chosen by the set that they would then be measured on.
 */
export type WeightsChoice = 'last' | 'best';

/** The model of a run: its own text, whatever became of the network file. Throws a fault where it can't be read. */
export async function modelOfRun(path: string, weights: WeightsChoice = 'last'): Promise<SavedModel> {
  const info = await openRun(path);
  return savedModel(networkFileOf(info), await runText(info), await weightsOfRun(info.folder, weights));
}

/**
 * The network in `text`, with weights from a safetensors file or a run's folder.
 * Weights that don't know how their data were prepared get that from the data of the network.
 */
export async function modelOfWeights(
  file: string,
  text: string,
  path: string,
  reading: Reading,
  weights: WeightsChoice = 'last',
): Promise<SavedModel> {
  const isRun = (await readRunInfo(path)) !== undefined;
  if (!isRun && weights === 'best') {
    throw new RunFault(`The best weights are those of a run’s folder, and ${path} isn’t one.`, path);
  }
  return savedModel(file, text, isRun ? await weightsOfRun(path, weights) : resolve(path), reading);
}

async function weightsOfRun(path: string, weights: WeightsChoice): Promise<string> {
  const folder = folderAt(path);
  // a run that was stopped before its first evaluation has no best weights yet
  const best = weights === 'best' && (await folder.read(runFiles.best)) !== undefined;
  return resolve(path, best ? runFiles.best : runFiles.last);
}

async function savedModel(
  file: string,
  text: string,
  path: string,
  reading: Reading = {},
): Promise<SavedModel> {
  const { checkpoint, metadata } = await readWeights(folderAt(dirname(path)), basename(path));
  const preprocessing = metadata.preprocessing ?? (await learntFrom(text, file, reading));
  checked(text, file);
  const snapshot = analyze(text, reportOf(preprocessing));
  if (snapshot.shapes?.parameterCount === undefined) {
    const shape = formatShape(preprocessing.inputShape);
    throw new RunFault(
      `The weights in ${path} are for examples of shape ${shape}, which the network can’t take.`,
      path,
    );
  }
  const { kernels } = await engineFor(snapshot, batchSize);
  await checkInputs(snapshot, preprocessing, checkpoint, file, path);
  const model = createModel({ snapshot, kernels, batchSize, checkpoint: fitted(snapshot, checkpoint) });
  return { snapshot, model, preprocessing, file, files: nodeFiles(dirname(file)) };
}

/** What a training would learn from the data of the network. */
async function learntFrom(text: string, file: string, reading: Reading): Promise<Preprocessing> {
  const { data } = await prepare(text, file, reading);
  await data.close();
  return data.preprocessing;
}

/**
 * Where weights don't fit, the examples they were trained on may be others than the network's: then the shapes of its
 * parameters, which follow from those examples, would only mislead. Throws a fault that says so.
 */
async function checkInputs(
  snapshot: Snapshot,
  { inputShape }: Preprocessing,
  checkpoint: Checkpoint,
  file: string,
  path: string,
): Promise<void> {
  const settings = snapshot.network!.data;
  if (!settings || fits(snapshot, checkpoint)) return;
  const { facts } = await describeData(settings, nodeFiles(dirname(file)));
  if (!facts || String(facts.inputShape) === String(inputShape)) return;
  const [theirs, own] = [inputShape, facts.inputShape].map(formatShape);
  throw new RunFault(
    `The weights in ${path} are of another network: they take examples of shape ${theirs}, but the data of this one has ${own}.`,
    path,
  );
}
