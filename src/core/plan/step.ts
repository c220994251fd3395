import type { Circumstances, Floats, Op } from '../kernels/kernels';
import type { Optimizer, OptimizerSlots } from '../optimizers/optimizer';
import type { Parameter } from './parameters';
import type { Penalty } from './penalty';
import type { Plan } from './plan';

export interface StepOptions {
  readonly plan: Plan;
  readonly optimizer: Optimizer;
  readonly fields: Readonly<Record<string, number>>;
  /** For each parameter of the plan. */
  readonly slots: readonly OptimizerSlots[];
  readonly penalty?: Penalty | undefined;
  /** What is done to the gradients before they are used. */
  readonly clipping?: readonly Op[] | undefined;
}

/** The update of all parameters from their gradients and of the states, as the notes end a step. */
export function updateOps({ plan, optimizer, fields, slots, penalty, clipping = [] }: StepOptions): Op[] {
  return [
    ...(penalty?.gradient ?? []),
    ...clipping,
    ...plan.parameters.map((parameter, i): Op => {
      const { name, value, gradient } = parameter;
      const own = fieldsFor(parameter, fields);
      return update(optimizer, own, value.data, gradient.data, slots[i]!, plan.at, name);
    }),
    ...plan.after,
    { call: 'advance', args: [plan.at], reads: 't := t + 1' },
  ];
}

/** The optimizer's fields for a parameter: it learns at its layer's pace, and a bias doesn't decay. */
export function fieldsFor(
  { decays, rateFactor }: Parameter,
  fields: StepOptions['fields'],
): StepOptions['fields'] {
  const decaying = decays || fields.weightDecay === undefined;
  if (decaying && rateFactor === 1) return fields;
  const learningRate = fields.learningRate! * rateFactor;
  return { ...fields, learningRate, ...(!decaying && { weightDecay: 0 }) };
}

export function update(
  optimizer: Optimizer,
  fields: Readonly<Record<string, number>>,
  value: Floats,
  gradient: Floats,
  slots: OptimizerSlots,
  at: Circumstances,
  name: string,
): Op {
  return {
    call: 'update',
    args: [optimizer, fields, value, gradient, slots, at],
    reads: `${name} := ${name} − …d${name}`,
  };
}

/** A whole step of a batch that is one shard: forward, backward, update; with the cost where it is shown. */
export function stepOps(options: StepOptions, withCost: boolean): Op[] {
  const { clear, learn, objective, backward } = options.plan;
  const cost = withCost ? [...objective, ...(options.penalty?.measure ?? [])] : [];
  return [...clear, ...learn, ...cost, ...backward, ...updateOps(options)];
}
