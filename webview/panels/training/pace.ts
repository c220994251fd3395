import type { MetricPoint } from '../../../src/runs/run';

/** How many seconds of training the speed is measured over: long enough to be steady, short enough to be of now. */
const WINDOW = 3;

/** Steps a second over the last few seconds; undefined where two points are wanting or the clock stood still. */
export function stepsPerSecond(points: readonly MetricPoint[]): number | undefined {
  const last = points.at(-1);
  if (!last) return undefined;
  let first = points.length - 1;
  while (first > 0 && last.seconds - points[first - 1]!.seconds <= WINDOW) first--;
  const { iteration, seconds } = points[first]!;
  const elapsed = last.seconds - seconds;
  return elapsed > 0 ? (last.iteration - iteration) / elapsed : undefined;
}
