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
