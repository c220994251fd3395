import { join } from 'node:path';
import { analyze } from '../../src/core/analyze';
import { graphOf } from '../../src/core/network/graph';
import { inferShapes } from '../../src/core/network/infer';
import type { Network } from '../../src/core/network/network';
import { dataSchema } from '../../src/core/network/schema';
import { proposeHidden } from '../../src/core/proposal/proposeHidden';
import { proposeNetwork } from '../../src/core/proposal/proposeNetwork';
import { batchOrder as orderOf } from '../../src/core/train/batchOrder';
import type { Dataset } from '../../src/core/train/dataset';
import type { Work } from '../../src/core/work';
import { loadData, loadInputs } from '../../src/data/data';
import { describeData } from '../../src/data/describe';
import { nodeFiles } from '../../src/platform/nodeFiles';
import { weightsOfRun } from '../../src/runs/folder/runWeights';
import { modelOfRun } from '../../src/runs/model/savedModel';
import { newRun } from '../../src/runs/training/newRun';

export { analyze };

/** The order of an epoch. */
export const batchOrder = (...of: Parameters<typeof orderOf>) => finish(orderOf(...of));

export interface Opening {
  /** Where the network's data are, and the run's folder is made. */
  readonly folder: string;
  readonly network: Readonly<Record<string, unknown>>;
  readonly iterations?: number;
  /** Names of passes that are switched off. */
  readonly without?: readonly string[];
}

/** A run of the network as the training process opens it: data in memory, parameters drawn, no step taken. */
export async function open({ folder, network, iterations, without }: Opening) {
  const file = join(folder, 'network.nn.json');
  return newRun({ file, text: JSON.stringify(network), iterations, without }, {});
}

export type Opened = Awaited<ReturnType<typeof open>>;

/** Iterations between two costs that a person sees, as the course's notes print them. */
const costEvery = 100;

/** Takes all steps that are left. Throws where the training diverges. */
export function train({ training }: Pick<Opened, 'training'>): void {
  const { iterations } = training;
  while (training.iteration < iterations) {
    const count = Math.min(costEvery, iterations - training.iteration);
    const result = finish(training.steps(count));
    if (result.kind === 'diverged') throw new Error(result.cause);
  }
}

/** Takes all steps that are left, and gives the cost before each. */
export function costs({ training }: Pick<Opened, 'training'>): number[] {
  const found: number[] = [];
  while (training.iteration < training.iterations) {
    const result = finish(training.step());
    if (result.kind === 'diverged') throw new Error(result.cause);
    found.push(result.cost);
  }
  return found;
}

/** The examples of a text as indices: x (m, T), and of what comes next y (m,) or (m, T). */
export function tokensOf(set: Dataset) {
  const { m, inputShape, targets } = set;
  const [window = 1] = inputShape;
  const { steps = 1, classes = [] } = targets;
  const n = steps * classes.length;
  const X = new Float64Array(m * window);
  const x = new Uint32Array(m * window);
  const y = new Uint32Array(m * steps);
  const Y = new Float64Array(n);
  const indices = Uint32Array.from({ length: m }, (_, i) => i);
  set.gatherInputs(indices, 0, m, X);
  x.set(X);
  for (let i = 0; i < m; i++) {
    set.gatherTargets(indices, i, 1, 'one-hot', n, Y);
    for (let t = 0; t < steps; t++) y[i * steps + t] = Y.indexOf(1, t * classes.length) - t * classes.length;
  }
  return { x: { shape: [m, window], data: x }, y: { shape: steps > 1 ? [m, steps] : [m], data: y } };
}

/** J over the first `m` examples of the training set. */
export function cost({ training, train }: Pick<Opened, 'training' | 'train'>, m: number): number {
  const first: Dataset = {
    m,
    inputShape: train.inputShape,
    targets: train.targets,
    gatherInputs: (...args) => train.gatherInputs(...args),
    gatherTargets: (...args) => train.gatherTargets(...args),
  };
  return evaluation({ training }, first).cost;
}

/** The cost and the metrics of a set. */
export function evaluation({ training }: Pick<Opened, 'training'>, set: Dataset) {
  return finish(training.evaluate(set));
}

/** What a run learnt, by the layer's id and the name within it: `hidden.W`. */
export async function learnt(run: string) {
  return (await weightsOfRun(run, 'last'))!.checkpoint.parameters;
}

/** Predicts the examples of an array file with what a run learnt, as often as it is asked to: outputs (m, n). */
export async function predictor(run: string, x: string) {
  const { model, engine, preprocessing, files } = await modelOfRun(run);
  const { dataset } = await loadInputs({ file: x }, preprocessing, files);
  return {
    engine: engine.name,
    batchSize: model.plan.capacity,
    predict: () => ({ shape: [dataset.m, model.plan.Y.n], data: finish(model.predict(dataset)) }),
  };
}

/** The examples of a generator, as float64. */
export async function generated(data: Parameters<typeof loadData>[0]) {
  const { train } = await loadData(data, nodeFiles('.'));
  const indices = Uint32Array.from({ length: train.m }, (_, i) => i);
  const width = train.inputShape.reduce((product, size) => product * size, 1);
  const x = new Float64Array(train.m * width);
  const y = new Float64Array(train.m);
  train.gatherInputs(indices, 0, train.m, x);
  train.gatherTargets(indices, 0, train.m, 'binary', 1, y);
  return { m: train.m, x, y };
}

/** Both sets of a table, split and prepared as for a training: float64, with `y` numbers, or of classes one-hot (of two 0 and 1). */
export async function tableArrays(data: Readonly<Record<string, unknown>>, folder: string) {
  const { train, test } = await loadData(dataSchema.parse(data), nodeFiles(folder));
  return [train, test!].map(set => {
    const indices = Uint32Array.from({ length: set.m }, (_, i) => i);
    const { n: numbers, classes } = set.targets;
    const n = classes && classes.length > 2 ? classes.length : numbers;
    const encoding = !classes ? 'numbers' : n === 1 ? 'binary' : 'one-hot';
    const x = { shape: [set.m, ...set.inputShape], data: new Float64Array(set.m * set.inputShape[0]!) };
    const y = { shape: [set.m, n], data: new Float64Array(set.m * n) };
    set.gatherInputs(indices, 0, set.m, x.data);
    set.gatherTargets(indices, 0, set.m, encoding, n, y.data);
    return { x, y };
  });
}

/** The networks that New Network proposes for data of `folder`, the first choice first: what it calls each, and its text. */
export async function proposals(name: string, data: Readonly<Record<string, unknown>>, folder: string) {
  const { facts } = await describeData(dataSchema.parse(data), nodeFiles(folder));
  return proposeHidden(facts).map(({ title, hidden }) => ({
    title,
    text: proposeNetwork(name, data, facts, hidden),
  }));
}

/** What makes the shapes of a parsed network: its graph and their inference. */
export function infer(network: Network) {
  return inferShapes(network, graphOf(network), undefined);
}

/** For data in memory, of which nothing is waited for. */
function finish<T>(work: Work<T>): T {
  let result = work.next();
  while (!result.done) result = work.next();
  return result.value;
}
