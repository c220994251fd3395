import type { Batch, Floats, Kernels } from '../kernels/kernels';
import type { Loss } from '../losses';
import { call, type Plan } from '../plan/plan';
import { firstNotFinite } from './finite';

/** Where values stopped being finite, and what to do about it. */
export interface Divergence {
  readonly layer: string;
  readonly cause: string;
}

export interface Circumstances {
  readonly plan: Plan;
  readonly loss: Loss;
  readonly kernels: Kernels;
  readonly learningRate: number;
  /** The index, in the training set, of an example in the plan's buffers. */
  readonly example: (i: number) => number;
  readonly m: number;
}

/** Names the first layer with a NaN or infinity in the forward pass over the examples in the plan's buffers. */
export function forwardDivergence(at: Circumstances): Divergence {
  const { plan, kernels } = at;
  const fault = dataFault(at);
  if (fault) return fault;
  // the same calls give the same values: taken one by one, the first bad result shows itself
  for (const layer of plan.layers) {
    for (const op of layer.forward) {
      call(op, kernels);
      const batches = (op.args as readonly unknown[]).filter(isBatch);
      if (batches.some(batch => firstNotFinite(batch.data, batch.n * batch.m) >= 0)) {
        return {
          layer: layer.id,
          cause: `${op.reads} in layer ${layer.id} is too large for a number. ${advice(at)}`,
        };
      }
    }
  }
  const output = plan.layers.at(-1)!.id;
  return {
    layer: output,
    cause: `The cost of the outputs of layer ${output} is too large for a number. ${advice(at)}`,
  };
}

/** Names the first layer, from the output back, whose gradients hold a NaN or infinity. */
export function backwardDivergence(at: Circumstances): Divergence | undefined {
  return parameterDivergence(at, 'gradient', name => `The gradient d${name}`);
}

/** The same for the parameters after an update. */
export function updateDivergence(at: Circumstances): Divergence {
  return (
    parameterDivergence(at, 'value', name => `${name} after the update`) ?? {
      layer: at.plan.layers.at(-1)!.id,
      cause: `The optimizer’s running averages are too large for a number. ${advice(at)}`,
    }
  );
}

function parameterDivergence(
  at: Circumstances,
  part: 'gradient' | 'value',
  describe: (name: string) => string,
): Divergence | undefined {
  const found = at.plan.parameters.findLast(parameter => {
    const { data } = parameter[part];
    return firstNotFinite(data, data.length) >= 0;
  });
  if (!found) return undefined;
  return {
    layer: found.layer,
    cause: `${describe(found.name)} in layer ${found.layer} is too large for a number. ${advice(at)}`,
  };
}

/** NaN or infinity in the inputs or labels themselves, which no learning rate would cure. */
function dataFault({ plan, example }: Circumstances): Divergence | undefined {
  const inInputs = firstNotFinite(plan.X.data, plan.X.n * plan.X.m);
  if (inInputs >= 0) {
    return { layer: plan.input, cause: describe('input', inInputs, plan.X, example) };
  }
  const inLabels = firstNotFinite(plan.Y.data, plan.Y.n * plan.Y.m);
  if (inLabels >= 0) {
    return { layer: plan.layers.at(-1)!.id, cause: describe('label', inLabels, plan.Y, example) };
  }
  return undefined;
}

function describe(what: string, place: number, batch: Batch, example: Circumstances['example']): string {
  const value = batch.data[place]!;
  return `The data holds a value that isn’t a number: ${what} ${place % batch.n} of example ${example(Math.floor(place / batch.n))} (counted from 0) is ${value}. Correct it in the file or leave the example out.`;
}

function advice({ plan, loss, learningRate, m }: Circumstances): string {
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

function isBatch(arg: unknown): arg is Batch {
  return typeof arg === 'object' && arg !== null && 'm' in arg && 'data' in arg;
}
