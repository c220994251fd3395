import { keptPoint } from '../../../src/runs/bestInUse';
import { capitalised } from '../../../src/runs/figures/capitalised';
import { numberText, tickText } from '../../../src/runs/figures/numberText';
import { type LineChart, lineChart } from '../../charts/lineChart';
import { nearestIndex } from '../../charts/nearestIndex';
import type { Series } from '../../charts/series';
import type { Actions, ViewState } from '../../state';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';
import { watchedWidth } from '../dom/watchedWidth';
import { type ChartCursor, chartCursor } from './chartCursor';
import { chartSettings } from './chartSettings';
import { costCurves, metricCurves } from './curves';
import { shownMetric } from './measuredMetrics';
import { readout } from './readout';

/** The iteration that a mouse or a key points at: of the place on the page, not of the network. */
const pointed = new WeakMap<HTMLElement, number>();

/** Cost and a metric by iteration, under one cursor. */
export function runCharts(root: HTMLElement, state: ViewState, actions: Actions): void {
  const { points, chart } = state;
  root.hidden = points.length === 0;
  // also where there is nothing to draw: hiding it is another size, and what was drawn before mustn't come back
  const redraw = () => runCharts(root, state, actions);
  const width = watchedWidth(root, redraw);
  if (points.length === 0) return;

  const iterations = points.map(point => point.iteration);
  const at = pointed.get(root);
  const index = at === undefined ? -1 : nearestIndex(iterations, at);
  const kept = keptPoint(state.run, points);
  const point = points[index] ?? kept ?? points.at(-1)!;
  const values = child(root, 'dl.readout');
  const { measuredOn, preprocessing } = state.run?.info ?? {};
  const standardised = preprocessing?.standardiseTarget !== undefined;
  values.title = [
    measuredOn && `The metrics are of ${measuredOn}.`,
    standardised &&
      'The cost is that of the standardised target; errors and predictions are in the target’s own units.',
  ]
    .filter(Boolean)
    .join(' ');
  const metric = shownMetric(state);
  readout(values, points, point, metric, index >= 0 ? 'pointed' : kept ? 'best' : 'last');

  const cursor: ChartCursor = {
    iterations,
    index: index >= 0 ? index : iterations.length - 1,
    point,
    metric,
    move: iteration => {
      if (iteration === undefined) pointed.delete(root);
      else pointed.set(root, iteration);
      redraw();
    },
  };
  const last = iterations.at(-1) ?? 0;
  const shared = {
    xLabel: 'iteration',
    xDomain: [iterations[0] ?? 0, Math.max(last, (iterations[0] ?? 0) + 1)] as const,
    width: Math.max(160, width),
    cursor: index >= 0 ? point.iteration : undefined,
    formatX: numberText,
  };
  draw('cost', {
    ...shared,
    label: 'Cost by iteration',
    yLabel: standardised ? 'cost (standardised)' : 'cost',
    series: costCurves(points, chart.smoothing),
    log: chart.log,
    height: 200,
    formatY: tickText,
  });
  const curves = metric ? metricCurves(points, metric) : [];
  draw('metric', {
    ...shared,
    label: `${capitalised(metric?.title ?? '')} by iteration`,
    yLabel: metric?.title ?? '',
    series: curves,
    // what can't be above 1 has no use for a logarithm
    ...(metric?.larger ? { yDomain: upToOne(curves), log: false } : { log: chart.log }),
    height: 140,
    formatY: metric?.shown === 'share' ? value => `${Math.round(value * 100)} %` : tickText,
  });
  chartSettings(child(root, 'div.settings'), state, actions);

  function draw(name: string, look: LineChart) {
    const figure = child(root, `figure.${name}`);
    figure.hidden = look.series.length === 0;
    if (look.series.length === 0) return;
    legend(child(figure, 'figcaption'), look.series);
    const svg = figure.querySelector('svg') ?? figure.appendChild(document.createElementNS(SVG, 'svg'));
    lineChart(svg, look);
    chartCursor(svg, look, cursor);
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** From the round tenth below the lowest, so that the last per cent can be seen; 1 is the best that there is. */
function upToOne(series: readonly Series[]): readonly [number, number] {
  let low = 1;
  for (const { y } of series) for (let i = 0; i < y.length; i++) low = Math.min(low, y[i]!);
  // how far an R² was below 0 before the training says nothing
  return [Math.max(-1, Math.min(0.9, Math.floor(low * 10) / 10)), 1];
}

function legend(root: HTMLElement, series: readonly Series[]): void {
  root.hidden = series.length < 2;
  joinChildren(root, 'span', series, (item, { name, className }) => {
    item.className = `key ${className}`;
    setText(item, className.includes('raw') ? 'cost' : name);
  });
}
