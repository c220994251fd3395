import { numberText } from './figures/numberText';
import type { BestFigures, MetricPoint, RunInfo, RunState } from './run';

/** What was measured of the weights that a run means, where those aren't the weights after its last steps. */
export function bestInUse(
  { weights, best }: Pick<RunInfo, 'weights' | 'best'>,
  lastIteration: number | undefined,
): BestFigures | undefined {
  return weights === 'best' && best?.iteration !== lastIteration ? best : undefined;
}

/** The same with its cost, once the run has ended: until then what happens now is of interest. */
export function keptPoint(
  run: { readonly info: RunInfo; readonly state: RunState } | undefined,
  points: readonly MetricPoint[],
): MetricPoint | undefined {
  if (!run || ['preparing', 'running', 'paused'].includes(run.state)) return undefined;
  const best = bestInUse(run.info, points.at(-1)?.iteration);
  const point = best && points.findLast(({ iteration }) => iteration === best.iteration);
  return point && { ...point, ...best };
}

/** `best: iteration 340` */
export function bestText({ iteration }: Pick<MetricPoint, 'iteration'>): string {
  return `best: iteration ${numberText(iteration)}`;
}
