import { optimizerOf } from '../optimizers';
import { run } from '../plan/plan';
import { Random } from '../random';
import { batchOrder } from './batchOrder';
import { startBackward, sumLoss } from './cost';
import { backwardDivergence, type Divergence, forwardDivergence, updateDivergence } from './divergence';
import { allFinite } from './finite';
import { createModel } from './model';
import { namedCopies, optimizerState } from './state';
import type { StepResult, Training, TrainingOptions } from './training';

/** Where the file names neither iterations nor epochs. */
const defaultIterations = 1000;

/**
 * The notes' loop: forward, cost, backward, update. A batch runs in shards, whose gradients add up; the factor of the
 * cost (1/m for a mean) is applied once, to the sum. Throws only on our bugs: the caller has checked that the snapshot
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
  const { plan, loss, parameters } = model;
  const { optimizer, fields } = optimizerOf(settings.optimizer);
  const state = optimizerState(optimizer, parameters, kernels, resume);
  if (!resume) {
    const random = new Random(seed);
    for (const parameter of parameters) parameter.initialize(random);
  }

  let iteration = resume?.iteration ?? 0;
  let orderedEpoch = -1;
  let order: Uint32Array = new Uint32Array();

  function* step(): Generator<undefined, StepResult> {
    const epoch = Math.floor(iteration / stepsPerEpoch);
    if (epoch !== orderedEpoch) {
      order = batchOrder(train.m, batchSize, seed, epoch);
      orderedEpoch = epoch;
    }
    const start = (iteration % stepsPerEpoch) * batchSize;
    const end = Math.min(start + batchSize, train.m);
    const m = end - start;
    const scale = loss.scale(m, plan.Y.n);
    const diverged = ({ layer, cause }: Divergence): StepResult => ({
      kind: 'diverged',
      iteration,
      layer,
      cause,
    });
    const circumstances = (from: number, count: number) => ({
      plan,
      loss,
      kernels,
      m,
      learningRate: fields.learningRate!,
      examples: order.subarray(from, from + count),
    });

    for (const { gradient } of parameters) kernels.fill(gradient.data, 0);
    let summedLoss = 0;
    let count = 0;
    for (let from = start; from < end; from += count) {
      if (from > start) yield;
      count = Math.min(plan.capacity, end - from);
      plan.resize(count);
      train.gatherInputs(order, from, count, plan.X.data);
      train.gatherTargets(order, from, count, loss.encoding, plan.Y.n, plan.Y.data);
      run(plan.forward, kernels);
      summedLoss += sumLoss(plan, loss);
      if (!Number.isFinite(summedLoss)) return diverged(forwardDivergence(circumstances(from, count)));
      startBackward(plan, loss);
      run(plan.backward, kernels);
    }
    const cost = summedLoss * scale;

    for (const { gradient } of parameters) kernels.scale(gradient.data, scale);
    if (!parameters.every(({ gradient }) => allFinite(gradient.data))) {
      return diverged(backwardDivergence(circumstances(end - count, count))!);
    }
    state.keep();
    for (const [i, { value, gradient }] of parameters.entries()) {
      kernels.update(optimizer, fields, value.data, gradient.data, state.slots[i]!, iteration + 1);
    }
    if (!state.isFinite()) {
      const divergence = updateDivergence(circumstances(end - count, count));
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
