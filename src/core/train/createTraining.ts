import type { Snapshot } from '../analyze';
import { mostSteps, setRates } from '../kernels/circumstances';
import type { Kernels } from '../kernels/kernels';
import { batchSizeOf } from '../network/batchSizeOf';
import { optimizerOf } from '../optimizers';
import { clippingOps } from '../plan/clipping';
import { frozenPart } from '../plan/frozenPart';
import { layersOnPath } from '../plan/path';
import { penaltyOf } from '../plan/penalty';
import { seenValues, writeSeen } from '../plan/seenValues';
import { updateOps } from '../plan/step';
import { Random } from '../random';
import { rateFactor } from '../schedules/rate/rateFactor';
import { elementCount } from '../shape';
import type { Work } from '../work';
import { arrived } from './arrived';
import { augmented } from './augmented/augmented';
import { classWeights } from './classWeights';
import { createModel } from './createModel';
import type { Dataset } from './dataset';
import type { Divergence } from './divergence';
import { keptOutputs } from './keptOutputs';
import { lengthOf } from './lengthOf';
import { objective } from './objective';
import { type OneExample, oneExample } from './oneExample';
import { namedCopies, optimizerState } from './state';
import { stepBatches } from './stepBatches';
import { exactStep } from './steps/exactStep';
import { fastSteps } from './steps/fastSteps';
import type { Checkpoint, SavedArray, StepResult, Training } from './training';
import { createWatch } from './watch';

export interface TrainingOptions {
  readonly snapshot: Snapshot;
  readonly kernels: Kernels;
  readonly train: Dataset;
  /** Overrides the file's seed (new seed) and length. */
  readonly seed?: number;
  readonly iterations?: number;
  readonly resume?: Checkpoint;
  /** Arrays of a network that was trained before, by the names that they have in this one: they stand in the place of what is drawn. */
  readonly start?: readonly SavedArray[];
  /** Names of passes that are switched off: `gram`, and those of plan/passes. */
  readonly without?: readonly string[];
}

/** Steps between two copies of the parameters, which are what a training that diverges goes back to. */
const stepsBetweenCopies = mostSteps;

/**
 * The notes' loop: forward, cost, backward, update. Throws only on our bugs: the caller has checked that the snapshot
 * has no error and that the checkpoint fits.
 */
export function createTraining(options: TrainingOptions): Training {
  const work = beginTraining(options);
  let piece = work.next();
  while (!piece.done) piece = work.next();
  return piece.value;
}

/** The same piece by piece: to draw millions of weights takes a while. */
export function* beginTraining({
  snapshot,
  kernels,
  train,
  resume,
  start = [],
  ...options
}: TrainingOptions): Work<Training> {
  const settings = snapshot.network?.training;
  if (!settings) throw new Error('A network without training settings can’t be trained.');
  const seed = options.seed ?? settings.seed;
  const batchSize = batchSizeOf(settings, train.m);
  const { stepsPerEpoch, iterations: written } = lengthOf(settings, train.m);
  const iterations = options.iterations ?? written;

  const output = layersOnPath(snapshot.network!, snapshot.shapes!).at(-1)!.id;
  const outputs = elementCount(snapshot.shapes!.layers.get(output)!.output!)!;
  const weights = classWeights(settings, train, outputs / (train.targets.steps ?? 1));
  const { labelSmoothing: smoothing = 0, l2Penalty = 0 } = settings;
  const without = new Set(options.without);
  const model = createModel({
    snapshot,
    kernels,
    batchSize,
    checkpoint: resume,
    without,
    labels: { smoothing, weights: weights && kernels.place(weights) },
  });
  const { parameters, plan } = model;
  const { optimizer, fields } = optimizerOf(settings.optimizer);
  const state = optimizerState(optimizer, model, resume);
  if (!resume) {
    const random = new Random(seed);
    for (const parameter of parameters) yield* parameter.initialize(random);
    for (const array of [...parameters, ...plan.states]) {
      const found = start.find(({ name }) => name === array.savedAs);
      if (found) writeSeen(array, found.data, array.value.data);
    }
  }

  let iteration = resume?.iteration ?? 0;
  const { at } = plan;
  const { schedule } = settings;
  const watch = createWatch(settings, resume?.watched);
  const rateOf = (step: number) =>
    schedule
      ? rateFactor(schedule, { iteration: step, iterations, stepsPerEpoch, plateaus: watch.plateaus })
      : 1;
  /** What the updates of the next `count` steps have to know, apart from the scale of the gradients. */
  const begin = (count: number) => {
    at[1] = iteration;
    at[2] = 0;
    setRates(at, iteration, count, rateOf);
  };
  plan.draws.seed(seed);
  const penalty = l2Penalty > 0 ? penaltyOf(plan, kernels, l2Penalty / train.m) : undefined;
  const measuring = penalty && kernels.compile(penalty.measure);
  const penaltyNow = () => {
    measuring?.run(0);
    return penalty?.value ?? 0;
  };
  const clipping = settings.clip && clippingOps(plan, kernels, settings.clip);
  const step = { plan, optimizer, fields, slots: state.slots, penalty, clipping };
  const update = kernels.compile(updateOps(step));
  const { augment = [] } = settings;
  const changing = augment.length > 0 ? augmented(train, augment, seed) : undefined;
  // examples that are other ones in each epoch are gathered for each step
  const fullBatch = stepsPerEpoch === 1 && !changing;
  const fits = plan.capacity >= batchSize;
  const part = frozenPart(snapshot.network!, snapshot.shapes!);
  // what it gives is the same in each epoch, as long as the examples are
  const keeps =
    part && fits && !changing && !without.has('frozen-once') && iterations - iteration > stepsPerEpoch;
  const given = keeps ? yield* keptOutputs(model, train, part, batchSize) : undefined;
  if (!changing && !given) model.prepare(train);
  const seen = changing?.dataset ?? train;
  const inputs =
    fullBatch || (changing && !seen.views) || seen.views?.finish ? undefined : model.inputsOp(seen);
  let fast = fits
    ? fastSteps({
        model,
        step,
        fullBatch,
        inputs,
        kept: given,
        steps: iterations - iteration,
        without,
      })
    : undefined;
  /** The iteration that `fast` goes back to: of the last copies whose cost was seen to be finite. */
  let kept = -Infinity;
  /** Steps that may run before the caller looks up. */
  const { flops, bytes } = snapshot.shapes!;
  const stepsPerPiece = Math.max(
    1,
    Math.floor(kernels.flopsPerPiece / 4 / (3 * (flops + bytes.activations) * batchSize)),
  );

  const batches = stepBatches(train, changing, { batchSize, stepsPerEpoch, seed });
  const { epochOf } = batches;

  const diverged = ({ layer, cause }: Divergence): StepResult => ({
    kind: 'diverged',
    iteration,
    layer,
    cause,
  });

  /** One step that is looked into; undefined where it diverged, which is then told. */
  function* exact(): Work<StepResult> {
    begin(1);
    const result = yield* exactStep(
      model,
      yield* batches.of(iteration),
      state,
      update,
      penaltyNow,
      at,
      fields.learningRate!,
    );
    if (!('cost' in result)) return diverged(result);
    return { kind: 'step', iteration, epoch: epochOf(iteration++), cost: result.cost };
  }

  /** Goes back to the last copies, and through the same steps again one by one, until the one at fault. */
  function* replay(first: number, last: number, cost: number): Work<StepResult> {
    fast!.restore();
    fast!.settle();
    // other sums may round otherwise: should no step be at fault this time, training goes on the slower way
    fast = undefined;
    iteration = kept;
    while (iteration < last) {
      const taken = yield* exact();
      if (taken.kind === 'diverged') return taken;
      if (taken.iteration === first) cost = taken.cost;
    }
    return { kind: 'step', iteration: first, epoch: epochOf(first), cost };
  }

  function* steps(count: number, enough?: () => boolean): Work<StepResult> {
    if (!fast) return yield* exact();
    const first = iteration;
    const last = first + count;
    let cost = 0;
    while (iteration < last) {
      if (iteration > first) {
        yield;
        if (enough?.() || batches.startsLongEpoch(iteration)) break;
      }
      const now = iteration;
      const copying = now - kept >= stepsBetweenCopies;
      if (copying) fast.keep();
      const batch = yield* batches.of(now);
      const m = batch.end - batch.start;
      // the cost of the very last step is looked at too: no other comes after it that would show a fault
      const end = now === iterations - 1;
      const left = Math.min(last, Math.max(iterations - 1, now + 1)) - now;
      const times = fullBatch ? Math.min(left, stepsPerPiece, stepsBetweenCopies) : 1;
      const factor = plan.factor(m);
      // a batch that a slow disk keeps waiting for may be left to the next time, as long as there was a step in this
      const waits = now === first ? undefined : enough;
      if (!(yield* arrived(model, batch.dataset, batch.order, batch.start, m, waits))) break;
      const known = inputs ?? given;
      model.gather(batch.dataset, batch.order, batch.start, m, true, known && 'chosen');
      given?.choose(batch.order, batch.start);
      at[0] = factor;
      begin(times);
      plan.draws.startAt(0);
      fast.run(m, times, now === first || copying || end);
      const found = plan.sum[0]! * factor + (penalty?.value ?? 0);
      if (now === first) cost = found;
      iteration += times;
      if (copying && (Number.isFinite(found) || kept === -Infinity)) {
        fast.confirm();
        kept = now;
      }
      if (at[2] !== 0 || !Number.isFinite(found)) return yield* replay(first, iteration, cost);
    }
    return { kind: 'step', iteration: first, epoch: epochOf(first), cost };
  }

  /** Parameters are read, between two steps. */
  const settled = () => fast?.settle();
  let one: OneExample | undefined;

  return {
    get iteration() {
      return iteration;
    },
    iterations,
    stepsPerEpoch,
    get parameters() {
      settled();
      return parameters.map(parameter => ({
        name: parameter.name,
        layer: parameter.layer,
        shape: parameter.shape,
        data: seenValues(parameter, parameter.value.data),
      }));
    },
    get passes() {
      return fast?.passes ?? [];
    },
    *objective(found, dataset) {
      settled();
      const plain = smoothing === 0 && !weights;
      return (plain ? found.cost : yield* objective(model, dataset)) + penaltyNow();
    },
    learningRateAt: step => (schedule ? fields.learningRate! * rateOf(step) : undefined),
    observe: found => watch.observe(iteration, found),
    step: () => steps(1),
    steps,
    evaluate(dataset) {
      settled();
      return model.evaluate(dataset);
    },
    predict(dataset) {
      settled();
      return model.predict(dataset);
    },
    asked() {
      settled();
      return { stepper: model.stepper(), whole: (one ??= oneExample(model)) };
    },
    checkpoint() {
      settled();
      const { state: watched } = watch;
      return { iteration, ...namedCopies(model, optimizer, state.slots), ...(watched && { watched }) };
    },
  };
}
