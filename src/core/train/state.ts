import type { Floats } from '../kernels/kernels';
import type { Optimizer, OptimizerSlots } from '../optimizers';
import { seenValues, writeSeen } from '../plan/seenValues';
import type { Model } from './model';
import { savedArray } from './savedArray';
import type { Checkpoint } from './training';

/** The parameters that are trained, the layers' states and the optimizer's running averages, with a copy of the last finite ones. */
export interface OptimizerState {
  /** For each parameter that is trained its slots. */
  readonly slots: readonly OptimizerSlots[];
  /** Copies all as they are now. */
  keep(): void;
  /** Puts back what was kept. */
  restore(): void;
}

/** The state before the first step, or that of a checkpoint. */
export function optimizerState(
  optimizer: Optimizer,
  { plan: { parameters, states }, kernels }: Pick<Model, 'plan' | 'kernels'>,
  resume: Checkpoint | undefined,
): OptimizerState {
  const slots = parameters.map(parameter =>
    optimizer.slots.map(slot => {
      const data = kernels.allocate(parameter.value.data.length);
      const averages = resume?.slots
        .filter(({ name }) => name === slot)
        .map(average => ({ ...average, name: average.of }));
      const saved = averages && savedArray(averages, parameter);
      if (saved) writeSeen(parameter, saved.data, data);
      return data;
    }),
  );
  const current: Floats[] = [
    ...parameters.map(parameter => parameter.value.data),
    ...slots.flat(),
    ...states.map(({ value }) => value.data),
  ];
  const copies = copiesOf(current);
  return { slots, ...copies };
}

/** Copies of arrays, to go back to. */
export function copiesOf(arrays: readonly Floats[]): { keep(): void; restore(): void } {
  let kept: readonly Floats[] | undefined;
  return {
    keep() {
      if (!kept) kept = arrays.map(array => array.slice());
      else for (const [i, array] of arrays.entries()) kept[i]!.set(array);
    },
    restore() {
      for (const [i, array] of arrays.entries()) array.set(kept![i]!);
    },
  };
}

/** Copies for a checkpoint, as files hold them. */
export function namedCopies(
  { parameters, plan }: Pick<Model, 'parameters' | 'plan'>,
  optimizer: Optimizer,
  slots: readonly OptimizerSlots[],
): Omit<Checkpoint, 'iteration'> {
  return {
    parameters: [...parameters, ...plan.states].map(array => ({
      name: array.savedAs,
      shape: array.shape,
      data: seenValues(array, array.value.data),
    })),
    slots: plan.parameters.flatMap((parameter, i) =>
      optimizer.slots.map((slot, s) => ({
        name: slot,
        of: parameter.savedAs,
        shape: parameter.shape,
        data: seenValues(parameter, slots[i]![s]!),
      })),
    ),
  };
}
