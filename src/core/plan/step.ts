import type { Circumstances, Floats, Op } from '../kernels/kernels';
import type { Optimizer, OptimizerSlots } from '../optimizers/optimizer';
import type { Plan } from './plan';

export interface StepOptions {
  readonly plan: Plan;
  readonly optimizer: Optimizer;
  readonly fields: Readonly<Record<string, number>>;
  /** For each parameter of the plan. */
  readonly slots: readonly OptimizerSlots[];
}

/** The update of all parameters from their gradients and of the states, as the notes end a step. */
export function updateOps({ plan, optimizer, fields, slots }: StepOptions): Op[] {
  return [
    ...plan.parameters.map(
      ({ name, value, gradient }, i): Op =>
        update(optimizer, fields, value.data, gradient.data, slots[i]!, plan.at, name),
    ),
    ...plan.after,
    { call: 'advance', args: [plan.at], reads: 't := t + 1' },
  ];
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
  const { clear, learn, cost, backward } = options.plan;
  return [...clear, ...learn, ...(withCost ? cost : []), ...backward, ...updateOps(options)];
}
