import type { StepResult, Training } from '../../../src/core/train/training';
import type { Work } from '../../../src/core/work';

/** Runs a generator to its end. */
export function finish<T>(work: Work<T>): T {
  let result = work.next();
  while (!result.done) result = work.next();
  return result.value;
}

/** Takes a step that must not diverge, and returns its cost. */
export function stepCost(training: Training): number {
  const result: StepResult = finish(training.step());
  if (result.kind === 'diverged') throw new Error(result.cause);
  return result.cost;
}
