import { numberText, tickText } from '../../../src/runs/figures/numberText';
import { type LineChart, lineChart } from '../../charts/lineChart';
import { nearestIndex } from '../../charts/nearestIndex';
import type { Series } from '../../charts/series';
import type { Actions, ViewState } from '../../state';
import { child } from '../dom/child';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';
import { type ChartCursor, chartCursor } from './chartCursor';
import { chartSettings } from './chartSettings';
import { accuracyCurves, costCurves, errorCurves } from './curves';
import { readout } from './readout';

/** What a mouse or a key points at, and what was drawn last: of the place on the page, not of the network. */
interface Pointed {
  iteration: number | undefined;
  /** In CSS pixels; kept, since to ask for it makes the browser lay out the page. */
  width: number;
  redraw(): void;
}

const pointed = new WeakMap<HTMLElement, Pointed>();

/** Cost and accuracy by iteration, under one cursor. */
export function runCharts(root: HTMLElement, state: ViewState, actions: Actions): void {
  const { points, chart } = state;
  root.hidden = points.length === 0;
  const place = pointed.get(root) ?? watch(root);
  // also where there is nothing to draw: hiding it is another size, and what was drawn before mustn't come back
  place.redraw = () => runCharts(root, state, actions);
  if (points.length === 0) return;

  const iterations = points.map(point => point.iteration);
  const index = place.iteration === undefined ? -1 : nearestIndex(iterations, place.iteration);
  const point = points[index] ?? points.at(-1)!;
  const values = child(root, 'dl.readout');
  const { measuredOn, preprocessing } = state.run?.info ?? {};
  const standardised = preprocessing?.standardiseTarget !== undefined;
  values.title = [
    measuredOn && `Accuracy is that of ${measuredOn}.`,
    standardised &&
      'The cost is that of the standardised target; errors and predictions are in the target’s own units.',
  ]
    .filter(Boolean)
    .join(' ');
  readout(values, points, point, index >= 0);

  const cursor: ChartCursor = {
    iterations,
    index: index >= 0 ? index : iterations.length - 1,
    point,
    move: iteration => {
      place.iteration = iteration;
      place.redraw();
    },
  };
  const last = iterations.at(-1) ?? 0;
  const shared = {
    xLabel: 'iteration',
    xDomain: [iterations[0] ?? 0, Math.max(last, (iterations[0] ?? 0) + 1)] as const,
    width: Math.max(160, place.width),
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
  const accuracy = accuracyCurves(points);
  draw('accuracy', {
    ...shared,
    label: 'Accuracy by iteration',
    yLabel: 'accuracy',
    series: accuracy,
    yDomain: accuracyDomain(accuracy),
    log: false,
    height: 140,
    formatY: value => `${Math.round(value * 100)} %`,
  });
  draw('error', {
    ...shared,
    label: 'Mean absolute error by iteration',
    yLabel: 'mean absolute error',
    series: errorCurves(points),
    log: chart.log,
    height: 140,
    formatY: tickText,
  });
  chartSettings(child(root, 'div.settings'), chart, actions);

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

/** Draws again where the panel gets another width. */
function watch(root: HTMLElement): Pointed {
  const place: Pointed = { iteration: undefined, width: root.clientWidth, redraw: () => {} };
  pointed.set(root, place);
  new ResizeObserver(([entry]) => {
    // 0 while it is hidden
    place.width = entry?.contentRect.width || place.width;
    place.redraw();
  }).observe(root);
  return place;
}

const SVG = 'http://www.w3.org/2000/svg';

/** From the round ten per cent below the lowest, so that the last per cent can be seen. */
function accuracyDomain(series: readonly Series[]): readonly [number, number] {
  let low = 1;
  for (const { y } of series) for (let i = 0; i < y.length; i++) low = Math.min(low, y[i]!);
  return [Math.min(0.9, Math.floor(low * 10) / 10), 1];
}

function legend(root: HTMLElement, series: readonly Series[]): void {
  root.hidden = series.length < 2;
  joinChildren(root, 'span', series, (item, { name, className }) => {
    item.className = `key ${className}`;
    setText(item, className.includes('raw') ? 'cost' : name);
  });
}
