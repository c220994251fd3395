import type { Circumstances } from './operands';

/** Steps that a program takes at once, at most: for each it has a factor of the learning rate. */
export const mostSteps = 64;

/** Where in `Circumstances` the factors begin. */
const rates = 5;

/** For a step whose gradients aren't scaled and whose learning rate is the optimizer's. */
export function makeCircumstances(allocateSums: (length: number) => Float64Array): Circumstances {
  const at = allocateSums(rates + mostSteps);
  at[0] = 1;
  at.fill(1, rates - 1);
  return at;
}

/** What an update multiplies the learning rate with in the step that is being taken. */
export function rateIn(at: Circumstances): number {
  return at[rates + at[1]! - at[3]!]!;
}

/** Says the factors of the learning rate in the steps that come: up to `mostSteps` from `first` on. */
export function setRates(
  at: Circumstances,
  first: number,
  count: number,
  of: (step: number) => number,
): void {
  at[3] = first;
  for (let i = 0; i < count; i++) at[rates + i] = of(first + i);
}
