import type { Snapshot } from '../analyze';
import type { Kernels } from '../kernels/kernels';
import { optimizerOf } from '../optimizers';
import { Random } from '../random';
import { batchOrder } from './batchOrder';
import { createModel } from './createModel';
import type { Dataset } from './dataset';
import {
  backwardDivergence,
  type Circumstances,
  type Divergence,
  forwardDivergence,
  updateDivergence,
} from './divergence';
import { allFinite } from './finite';
import type { Order } from './gather';
import { gradients } from './gradients';
import { namedCopies, optimizerState } from './state';
import type { Checkpoint, StepResult, Training } from './training';

export interface TrainingOptions {
  readonly snapshot: Snapshot;
  readonly kernels: Kernels;
  readonly train: Dataset;
  /** Overrides the file's seed (new seed) and length. */
  readonly seed?: number;
  readonly iterations?: number;
  readonly resume?: Checkpoint;
}

/** Where the file names neither iterations nor epochs. */
const defaultIterations = 1000;

/**
 * The notes' loop: forward, cost, backward, update. Throws only on our bugs: the caller has checked that the snapshot
 * has no error and that the checkpoint fits.
 */
export function createTraining({ snapshot, kernels, train, resume, ...options }: TrainingOptions): Training {
  const settings = snapshot.network?.training;
  if (!settings) throw new Error('A network without training settings can’t be trained.');
  const seed = options.seed ?? settings.seed;
  const batchSize = settings.batchSize === 'all' ? train.m : Math.min(settings.batchSize, train.m);
  const stepsPerEpoch = Math.ceil(train.m / batchSize);
  const length = settings.epochs === undefined ? defaultIterations : settings.epochs * stepsPerEpoch;
  const iterations = options.iterations ?? settings.iterations ?? length;

  const model = createModel({ snapshot, kernels, batchSize, checkpoint: resume });
  const { parameters } = model;
  const { optimizer, fields } = optimizerOf(settings.optimizer);
  const state = optimizerState(optimizer, parameters, kernels, resume);
  if (!resume) {
    const random = new Random(seed);
    for (const parameter of parameters) parameter.initialize(random);
  }

  let iteration = resume?.iteration ?? 0;
  let orderedEpoch = -1;
  let order: Order;

  function* step(): Generator<undefined, StepResult> {
    const epoch = Math.floor(iteration / stepsPerEpoch);
    if (epoch !== orderedEpoch) {
      order = batchOrder(train.m, batchSize, seed, epoch);
      orderedEpoch = epoch;
    }
    const start = (iteration % stepsPerEpoch) * batchSize;
    const end = Math.min(start + batchSize, train.m);
    const diverged = ({ layer, cause }: Divergence): StepResult => ({
      kind: 'diverged',
      iteration,
      layer,
      cause,
    });
    const { cost, from } = yield* gradients(model, train, order, start, end);
    const at: Circumstances = {
      model,
      dataset: train,
      order,
      start,
      end,
      from,
      learningRate: fields.learningRate!,
    };
    if (!Number.isFinite(cost)) return diverged(forwardDivergence(at));
    if (!parameters.every(({ gradient }) => allFinite(gradient.data))) {
      return diverged(backwardDivergence(at));
    }
    state.keep();
    for (const [i, { value, gradient }] of parameters.entries()) {
      kernels.update(optimizer, fields, value.data, gradient.data, state.slots[i]!, iteration + 1);
    }
    if (!state.isFinite()) {
      const divergence = updateDivergence(at);
      state.restore();
      return diverged(divergence);
    }
    return { kind: 'step', iteration: iteration++, epoch, cost };
  }

  return {
    get iteration() {
      return iteration;
    },
    iterations,
    stepsPerEpoch,
    parameters: parameters.map(({ name, layer, value }) => ({
      name,
      layer,
      shape: [value.rows, value.columns],
      data: value.data,
    })),
    step,
    evaluate: model.evaluate,
    predict: model.predict,
    checkpoint: () => ({ iteration, ...namedCopies(parameters, optimizer, state.slots) }),
  };
}
