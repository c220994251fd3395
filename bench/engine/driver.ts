import { join } from 'node:path';
import { analyze } from '../../src/core/analyze';
import { graphOf } from '../../src/core/network/graph';
import { inferShapes } from '../../src/core/network/infer';
import type { Network } from '../../src/core/network/network';
import { batchOrder as orderOf } from '../../src/core/train/batchOrder';
import type { Dataset } from '../../src/core/train/dataset';
import type { Work } from '../../src/core/work';
import { loadData } from '../../src/data/data';
import { nodeFiles } from '../../src/platform/nodeFiles';
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

/** J over the first `m` examples of the training set. */
export function cost({ training, train }: Pick<Opened, 'training' | 'train'>, m: number): number {
  const first: Dataset = {
    m,
    inputShape: train.inputShape,
    targets: train.targets,
    gatherInputs: (...args) => train.gatherInputs(...args),
    gatherTargets: (...args) => train.gatherTargets(...args),
  };
  return finish(training.evaluate(first)).cost;
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
