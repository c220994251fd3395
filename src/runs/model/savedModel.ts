import { analyze, type Snapshot } from '../../core/analyze';
import { formatShape } from '../../core/shape';
import { createModel } from '../../core/train/createModel';
import type { Model } from '../../core/train/model';
import type { Checkpoint } from '../../core/train/training';
import { describeData } from '../../data/data';
import type { Files } from '../../data/files';
import type { Preprocessing } from '../../data/preprocessing';
import type { Reading } from '../../data/reading';
import { folderAt } from '../../platform/folder';
import { nodeFiles } from '../../platform/nodeFiles';
import { basename, dirname, resolve } from '../../platform/path';
import type { WeightsChoice } from '../folder/generations';
import { readWeights, type Weights } from '../folder/readWeights';
import { networkFileOf, openRun, readRunInfo, runFiles } from '../folder/runFolder';
import { runText } from '../folder/runText';
import { type RunWeights, weightsOfRun } from '../folder/runWeights';
import { type Engine, engineFor } from '../preparing/engineFor';
import { fits, fitted } from '../preparing/fitted';
import { networkChanges } from '../preparing/networkChanges';
import { checked, prepare } from '../preparing/prepare';
import type { RunInfo } from '../run';
import { RunFault } from '../runFault';
import { reportOf } from './reportOf';

/** Examples that are computed at once, at most. */
const batchSize = 1024;

/** A trained network with all that is needed to use it. */
export interface SavedModel {
  readonly snapshot: Snapshot;
  readonly model: Model;
  readonly engine: Engine;
  /** As learnt in training. */
  readonly preprocessing: Preprocessing;
  /** The network file, absolute, and the files beside it. */
  readonly file: string;
  readonly files: Files;
  /** The file of the weights, absolute, and the run that they are of, where they lie in its folder. */
  readonly weights: string;
  readonly run: RunInfo | undefined;
  /** What it means that the network isn't the one that the weights were trained in: a sentence each. */
  readonly changes: readonly string[];
}

/** The model of a run: its own text, whatever became of the network file. Throws a fault where it can't be read. */
export async function modelOfRun(
  path: string,
  choice?: WeightsChoice,
  reading: Reading = {},
): Promise<SavedModel> {
  const weights = await chosenWeights(path, choice);
  return savedModel(networkFileOf(weights.info), await runText(weights.info), weights, reading);
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
  choice?: WeightsChoice,
): Promise<SavedModel> {
  const weights = await weightsAt(resolve(path), choice);
  return savedModel(file, text, weights, reading);
}

/** Weights, and the file they are in. */
type FoundWeights = Weights & { readonly path: string; readonly info?: RunInfo };

async function weightsAt(path: string, choice: WeightsChoice | undefined): Promise<FoundWeights> {
  if (await readRunInfo(path)) return chosenWeights(path, choice);
  if (choice === 'best')
    throw new RunFault(`The best weights are those of a run’s folder, and ${path} isn’t one.`, path);
  const [folder, name] = [dirname(path), basename(path)];
  // of a run, those that it tells of: a process may have died before they got this name
  const named = (['last', 'best'] as const).find(known => runFiles[known] === name);
  const info = named && (await readRunInfo(folder));
  const found = info?.checkpoint && (await weightsOfRun(folder, named!));
  return found || { ...(await readWeights(folderAt(folder), name)), path, info };
}

/**
 * Those that the run means where none are chosen; the last ones where it was stopped before its first evaluation, and has
 * no best ones yet.
 */
async function chosenWeights(path: string, choice: WeightsChoice | undefined): Promise<RunWeights> {
  const meant = choice ?? (await openRun(path)).weights ?? 'last';
  return (await weightsOfRun(path, meant)) ?? (await weightsOfRun(path, 'last'))!;
}

async function savedModel(
  file: string,
  text: string,
  { checkpoint, metadata, path, info }: FoundWeights,
  reading: Reading = {},
): Promise<SavedModel> {
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
  const engine = await engineFor(snapshot, batchSize, reading);
  await checkInputs(snapshot, preprocessing, checkpoint, file, path);
  const model = createModel({
    snapshot,
    kernels: engine.kernels,
    batchSize,
    checkpoint: fitted(snapshot, checkpoint),
    onlyUsed: true,
  });
  const files = nodeFiles(dirname(file));
  const trained = info && (await runText(info).catch(() => undefined));
  const changes = trained === undefined ? [] : networkChanges(trained, text);
  return { snapshot, model, engine, preprocessing, file, files, weights: path, run: info, changes };
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
