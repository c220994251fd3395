import type { MetricPoint } from './run';

/**
 * How many of a run's steps are taken at its last point: one more than the point's iteration, since the cost of a step is
 * that before its update. The point after the last step has no step behind it.
 */
export function stepsTaken(last: MetricPoint | undefined, iterations: number): number {
  return last ? Math.min(last.iteration + 1, iterations) : 0;
}

/** `3 of 10,000 steps`. */
export function stepsOf(taken: number, iterations: number): string {
  const [done, all] = [taken, iterations].map(count => count.toLocaleString('en-US'));
  return `${done} of ${all} steps`;
}
