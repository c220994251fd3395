import { makeCall } from '../kernels/interpreted';
import type { Batch, Floats } from '../kernels/kernels';
import { isBatch } from '../kernels/operands';
import type { Dataset } from './dataset';
import { firstNotFinite } from './finite';
import type { Order } from './gather';
import type { Model } from './model';

/** Where values stopped being finite, and what to do about it. */
export interface Divergence {
  readonly layer: string;
  readonly cause: string;
}

/** The step at which it happened. */
export interface FaultyStep {
  readonly model: Model;
  readonly dataset: Dataset;
  /** The batch: examples `start … end` of the order. */
  readonly order: Order;
  readonly start: number;
  readonly end: number;
  /** Where the last shard began. */
  readonly from: number;
  readonly learningRate: number;
}

/** Names the first layer with a NaN or infinity in the forward pass over the last shard. */
export function forwardDivergence(at: FaultyStep): Divergence {
  const { plan, kernels } = at.model;
  const fault = dataFault(at);
  if (fault) return fault;
  gatherShard(at, at.from);
  // the same calls give the same values: taken one by one, the first bad result shows itself
  for (const layer of plan.layers) {
    for (const op of layer.learn) {
      makeCall(op, kernels);
      const batches = (op.args as readonly unknown[]).filter(isBatch).filter(({ bytes }) => !bytes);
      if (batches.some(batch => firstNotFinite(batch.data, batch.n * batch.m) >= 0)) {
        return {
          layer: layer.id,
          cause: `${op.reads} in layer "${layer.id}" is too large for a number. ${advice(at)}`,
        };
      }
    }
  }
  const output = outputOf(at);
  return {
    layer: output,
    cause: `The cost is too large for a number, though the outputs of layer "${output}" aren’t. ${advice(at)}`,
  };
}

/** Names the first layer, from the output back, whose gradients hold a NaN or infinity. */
export function backwardDivergence(at: FaultyStep): Divergence {
  return (
    dataFault(at) ??
    parameterDivergence(at, 'gradient', name => `The gradient d${name}`) ?? {
      layer: outputOf(at),
      cause: `A gradient is too large for a number. ${advice(at)}`,
    }
  );
}

/** The same for the parameters after an update. */
export function updateDivergence(at: FaultyStep): Divergence {
  return (
    parameterDivergence(at, 'value', name => `${name} after the update`) ?? {
      layer: outputOf(at),
      cause: `The optimizer’s running averages are too large for a number. ${advice(at)}`,
    }
  );
}

function parameterDivergence(
  at: FaultyStep,
  part: 'gradient' | 'value',
  describe: (name: string) => string,
): Divergence | undefined {
  const found = at.model.plan.parameters.findLast(parameter => {
    const { data } = parameter[part];
    return firstNotFinite(data, data.length) >= 0;
  });
  if (!found) return undefined;
  return {
    layer: found.layer,
    cause: `${describe(found.name)} in layer "${found.layer}" is too large for a number. ${advice(at)}`,
  };
}

/** NaN or infinity in the batch's inputs or labels themselves, which no learning rate would cure. */
function dataFault(at: FaultyStep): Divergence | undefined {
  const { X, Y, input, capacity } = at.model.plan;
  for (let from = at.start; from < at.end; from += capacity) {
    gatherShard(at, from);
    const inInputs = firstNotFinite(X.data, X.n * X.m);
    if (inInputs >= 0) return { layer: input, cause: describe(at, 'input', inInputs, X, from) };
    const inLabels = firstNotFinite(Y.data, Y.n * Y.m);
    if (inLabels >= 0) return { layer: outputOf(at), cause: describe(at, 'label', inLabels, Y, from) };
  }
  return undefined;
}

function gatherShard({ model, dataset, order, end }: FaultyStep, from: number): void {
  model.gather(dataset, order, from, Math.min(model.plan.capacity, end - from), true);
}

const outputOf = ({ model }: FaultyStep) => model.plan.layers.at(-1)!.id;

function describe({ order }: FaultyStep, what: string, place: number, batch: Batch, from: number): string {
  const position = from + Math.floor(place / batch.n);
  const example = order?.[position] ?? position;
  const value = batch.data[place]!;
  return `The data holds a value that isn’t a number: ${what} ${place % batch.n} of example ${example} (counted from 0) is ${value}. Correct it in the file or leave the example out.`;
}

function advice({ model: { plan, loss }, learningRate, start, end }: FaultyStep): string {
  const m = end - start;
  const largest = largestMagnitude(plan.X.data, plan.X.n * plan.X.m);
  const sentences: string[] = [];
  if (largest > 20) {
    sentences.push(
      `The inputs aren’t scaled: the largest |x| is ${short(largest)}; divide them (data.scale) or standardise them (data.standardise).`,
    );
  }
  if (loss.scale(m, 1) === 1 && m > 1) {
    sentences.push(
      `The loss ${loss.type} is a sum over the examples, so its gradient grows with m = ${m}; mean-squared-error doesn’t.`,
    );
  }
  sentences.push(
    `The learning rate ${learningRate} is ${sentences.length > 0 ? 'perhaps' : 'probably'} too high: try ${short(learningRate / 10)}.`,
  );
  return sentences.join(' ');
}

function largestMagnitude(values: Floats, length: number): number {
  let largest = 0;
  for (let i = 0; i < length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}

const short = (x: number) => String(Number(x.toPrecision(3)));
