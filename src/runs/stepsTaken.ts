import type { MetricPoint, RunInfo } from './run';

/**
 * How many of a run's steps are taken at its last point: one more than the point's iteration, since the cost of a step is
 * that before its update. The point after the last step, be that the last there is or the one it stopped early with, has no
 * step behind it, and a run that was stopped has taken those since its last point.
 */
export function stepsTaken(
  last: MetricPoint | undefined,
  { iterations, iteration, state }: Pick<RunInfo, 'iterations' | 'iteration' | 'state'>,
): number {
  if (state === 'finished') return iteration;
  return Math.min(Math.max(last ? last.iteration + 1 : 0, iteration), iterations);
}

/** `3 of 10,000 steps`. */
export function stepsOf(taken: number, iterations: number): string {
  const [done, all] = [taken, iterations].map(count => count.toLocaleString('en-US'));
  return `${done} of ${all} steps`;
}
