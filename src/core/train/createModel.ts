import type { Snapshot } from '../analyze';
import type { Kernels } from '../kernels/kernels';
import { lossOf } from '../losses';
import { compilePlan } from '../plan/compilePlan';
import type { LabelOptions } from '../plan/learntLabels';
import { placeParameters } from '../plan/parameters';
import { pieceSize } from '../plan/pieceSize';
import { writeSeen } from '../plan/seenValues';
import { placeStates } from '../plan/states';
import { arrived } from './arrived';
import { checkpointMismatch } from './checkpointMismatch';
import type { TargetUnits } from './dataset';
import { evaluate } from './evaluate';
import { gatherInto } from './gather';
import type { Model } from './model';
import { savedArray } from './savedArray';
import { createStepper, type Stepper } from './stepper';
import type { Checkpoint } from './training';

export interface ModelOptions {
  readonly snapshot: Snapshot;
  readonly kernels: Kernels;
  /** The most examples that will be computed at once. */
  readonly batchSize: number;
  /** Where the parameters come from; all zero where absent. */
  readonly checkpoint?: Checkpoint;
  /** What a training learns from, where that isn't just the labels. */
  readonly labels?: LabelOptions | undefined;
  /** Whether it is only used, and takes no step: then no layer has to see a whole batch. */
  readonly onlyUsed?: true;
  /** Names of rewritings that are switched off. */
  readonly without?: ReadonlySet<string>;
}

/**
 * Throws where the checkpoint doesn't fit the network, which `checkpointMismatch` tells beforehand, and otherwise only
 * on our bugs: the caller has checked that the snapshot has no error.
 */
export function createModel({
  snapshot,
  kernels,
  batchSize,
  checkpoint,
  labels,
  onlyUsed,
  without,
}: ModelOptions): Model {
  const { network, shapes } = snapshot;
  if (!network?.training || !shapes) throw new Error('A network with errors can’t be run.');
  const loss = lossOf(network.training.loss);
  const parameters = placeParameters(network, shapes, kernels);
  const states = placeStates(network, shapes, kernels);
  if (checkpoint) {
    const saved = [...parameters, ...states];
    const mismatch = checkpointMismatch(saved, checkpoint);
    if (mismatch) throw new Error(mismatch);
    for (const array of saved) {
      writeSeen(array, savedArray(checkpoint.parameters, array)!.data, array.value.data);
    }
  }
  const m = pieceSize(network, shapes, batchSize, kernels.flopsPerPiece, !onlyUsed);
  const plan = compilePlan({ network, shapes, loss, kernels, parameters, states, labels, without, m });
  const { gather, inputsOp, arriving, prepare } = gatherInto(plan, loss, kernels);
  const { learn, use, cost, objective, backward, clear } = plan;
  const learning = kernels.compile(learn);
  const measuring = kernels.compile(cost);
  const programs = {
    learn: learning,
    use: use === learn ? learning : kernels.compile(use),
    cost: measuring,
    objective: objective === cost ? measuring : kernels.compile(objective),
    backward: kernels.compile(backward),
    clear: kernels.compile(clear),
  };
  let stepper: Stepper | undefined;
  const model: Model = {
    plan,
    loss,
    kernels,
    parameters,
    programs,
    gather,
    inputsOp,
    arriving,
    prepare,
    evaluate: dataset => evaluate(model, dataset),
    *predict(dataset) {
      const { places, perPlace: n } = plan;
      const outputs = new Float64Array(dataset.m * n);
      for (let from = 0; from < dataset.m; from += plan.capacity) {
        if (from > 0) yield;
        const count = Math.min(plan.capacity, dataset.m - from);
        yield* arrived(model, dataset, undefined, from, count);
        gather(dataset, undefined, from, count, false);
        programs.use.run(count);
        const A = plan.output.A.data;
        if (places === 1) outputs.set(A.subarray(0, count * n), from * n);
        else
          for (let i = 0; i < count; i++) {
            const last = ((i + 1) * places - 1) * n;
            outputs.set(A.subarray(last, last + n), (from + i) * n);
          }
      }
      if (dataset.targetUnits && loss.encoding === 'numbers') toUnits(outputs, n, dataset.targetUnits);
      return outputs;
    },
    stepper: () => (stepper ??= createStepper({ network, shapes, loss, kernels, parameters, states })),
  };
  return model;
}

/** Outputs for standardised targets, `(m, n)`, become numbers in the units of the targets. */
function toUnits(outputs: Float64Array, n: number, { mean, deviation }: TargetUnits): void {
  for (let at = 0; at < outputs.length; at += n)
    for (let j = 0; j < n; j++) outputs[at + j] = outputs[at + j]! * deviation[j]! + mean[j]!;
}
