import type { Metric } from '../../../src/core/metrics';
import { costText } from '../../../src/runs/figures/costText';
import { metricText } from '../../../src/runs/figures/metricText';
import { numberText } from '../../../src/runs/figures/numberText';
import type { MetricPoint } from '../../../src/runs/run';
import type { ViewState } from '../../state';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';
import { shownMetric } from './measuredMetrics';

/** A row for about so many points, evenly taken, the last among them. */
const ROWS = 25;

interface Column {
  readonly title: string;
  value(point: MetricPoint): string;
}

const columnsWith = (metric: Metric | undefined): readonly Column[] => [
  { title: 'iteration', value: ({ iteration }) => numberText(iteration) },
  { title: 'cost', value: ({ cost }) => costText(cost) },
  ...(metric ? (['train', 'test'] as const).map(set => columnOf(metric, set)) : []),
];

function columnOf(metric: Metric, set: 'train' | 'test'): Column {
  return {
    title: `${set} ${metric.title}`,
    value(point) {
      const value = point[set]?.[metric.type];
      return value === undefined ? '' : metricText(metric, value);
    },
  };
}

/** The same as the charts, as a table: for a screen reader, and to read a number off. */
export function runTable(root: HTMLDetailsElement, state: ViewState): void {
  const { points } = state;
  root.hidden = points.length === 0;
  setText(child(root, 'summary'), 'Table');
  const metric = shownMetric(state);
  root.ontoggle = () => draw(root, points, metric);
  draw(root, points, metric);
}

function draw(root: HTMLDetailsElement, points: readonly MetricPoint[], metric: Metric | undefined): void {
  if (!root.open || points.length === 0) return;
  const table = child(root, 'table');
  table.setAttribute('aria-label', `Cost${metric ? ` and ${metric.title}` : ''} by iteration`);
  const rows = sampled(points);
  // without a test set there is no column of it
  const filled = columnsWith(metric).filter(({ value }) => rows.some(point => value(point) !== ''));
  joinChildren(child(child(table, 'thead'), 'tr'), 'th', filled, (cell, { title }) => {
    cell.scope = 'col';
    setText(cell, title);
  });
  joinChildren(child(table, 'tbody'), 'tr', rows, (row, point) =>
    joinChildren(row, 'td', filled, (cell, { value }) => setText(cell, value(point))),
  );
}

/** Points that fall on a round number of iterations, as the notes print them, and the last. */
export function sampled(points: readonly MetricPoint[]): MetricPoint[] {
  const last = points.at(-1);
  if (!last) return [];
  const step = roundStep(last.iteration / ROWS);
  const kept: MetricPoint[] = [];
  let next = 0;
  for (const point of points) {
    if (point.iteration < next) continue;
    kept.push(point);
    next = (Math.floor(point.iteration / step) + 1) * step;
  }
  return kept.at(-1) === last ? kept : [...kept, last];
}

function roundStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map(digit => digit * power).find(step => step >= least) ?? 10 * power;
}
