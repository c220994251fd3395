import { type Metric, metricsIn } from '../../../src/core/metrics';
import { namedMetric, targetNames } from '../../../src/runs/figures/namedMetric';
import type { ViewState } from '../../state';

/** The metrics that the newest points have, the headline first. */
export function measuredMetrics({ points, run }: Pick<ViewState, 'points' | 'run'>): readonly Metric[] {
  const last = points.findLast(({ train }) => train !== undefined);
  const names = targetNames(run?.info ?? {});
  return metricsIn(last?.train, last?.test).map(metric => namedMetric(metric, names));
}

/** The one of them that is shown: what a person chose, where it is there. */
export function shownMetric(state: Pick<ViewState, 'points' | 'run' | 'chart'>): Metric | undefined {
  const there = measuredMetrics(state);
  return there.find(({ type }) => type === state.chart.metric) ?? there[0];
}
