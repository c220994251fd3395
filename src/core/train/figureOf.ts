import { metrics } from '../metrics';
import type { Evaluation } from './training';

/** What is measured between two steps. */
export interface MeasuredSets {
  readonly train: Evaluation;
  readonly test: Evaluation | undefined;
}

/** Which figure is watched, as the file says it. */
export interface WatchedFigure {
  /** `cost`, or the type of a metric. */
  readonly figure: string;
  readonly set?: 'test' | 'train';
}

/** A figure among those that were measured: of the test set, where there is one and nothing else is said. */
export function figureOf({ train, test }: MeasuredSets, { figure, set }: WatchedFigure): number | undefined {
  const found = set === 'train' ? train : set === 'test' ? test : (test ?? train);
  if (figure === 'cost') return found?.cost;
  return found?.metrics[figure] ?? undefined;
}

/** Whether a larger value of a figure is better. */
export function isLarger(figure: string): boolean {
  return metrics.some(({ type, larger }) => type === figure && larger);
}

/** The same as a number of which the lowest is the best. */
export function scoreOf(found: MeasuredSets, watched: WatchedFigure): number | undefined {
  const value = figureOf(found, watched);
  return value !== undefined && isLarger(watched.figure) ? -value : value;
}
