import type { MetricPoint } from '../../../src/runs/run';
import { formatNumber } from '../../charts/formatNumber';
import { type LineChart, lineChart, xScale } from '../../charts/lineChart';
import { nearestIndex } from '../../charts/nearestIndex';
import type { Series } from '../../charts/series';
import type { Actions, ViewState } from '../../state';
import { child } from '../dom/child';
import { iconButton } from '../dom/iconButton';
import { joinChildren } from '../dom/joinChildren';
import { setText } from '../dom/setText';
import { accuracyCurves, costCurves, errorCurves } from './curves';

/** What a mouse or a key points at, and what was drawn last: of the place on the page, not of the network. */
interface Pointed {
  iteration: number | undefined;
  redraw(): void;
}

const pointed = new WeakMap<HTMLElement, Pointed>();

/** Cost and accuracy by iteration, under one cursor. */
export function runCharts(root: HTMLElement, state: ViewState, actions: Actions): void {
  const { points, chart } = state;
  root.hidden = points.length === 0;
  if (points.length === 0) return;
  let place = pointed.get(root);
  if (!place) {
    const fresh: Pointed = { iteration: undefined, redraw: () => {} };
    pointed.set(root, (place = fresh));
    new ResizeObserver(() => fresh.redraw()).observe(root);
  }
  place.redraw = () => runCharts(root, state, actions);

  const iterations = points.map(point => point.iteration);
  const index = place.iteration === undefined ? -1 : nearestIndex(iterations, place.iteration);
  const point = points[index] ?? points.at(-1)!;
  readout(child(root, 'dl.readout'), points, point, index >= 0);

  settings(child(root, 'div.settings'), chart, actions);
  const last = iterations.at(-1) ?? 0;
  const shared = {
    xLabel: 'iteration',
    xDomain: [iterations[0] ?? 0, Math.max(last, (iterations[0] ?? 0) + 1)] as const,
    width: Math.max(160, root.clientWidth),
    cursor: index >= 0 ? point.iteration : undefined,
    formatX: formatNumber,
  };
  draw('cost', {
    ...shared,
    label: 'Cost by iteration',
    yLabel: 'cost',
    series: costCurves(points, chart.smoothing),
    log: chart.log,
    height: 200,
    formatY: formatNumber,
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
    formatY: formatNumber,
  });

  function draw(name: string, look: LineChart) {
    const figure = child(root, `figure.${name}`);
    figure.hidden = look.series.length === 0;
    if (look.series.length === 0) return;
    legend(child(figure, 'figcaption'), look.series);
    const svg = figure.querySelector('svg') ?? figure.appendChild(document.createElementNS(SVG, 'svg'));
    lineChart(svg, look);
    cursor(svg, look, iterations, index, point, place!);
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** From the round ten per cent below the lowest, so that the last per cent can be seen. */
function accuracyDomain(series: readonly Series[]): readonly [number, number] {
  let low = 1;
  for (const { y } of series) for (let i = 0; i < y.length; i++) low = Math.min(low, y[i]!);
  return [Math.min(0.9, Math.floor(low * 10) / 10), 1];
}

/** Moves by mouse and by key: a slider over the points, whose value is read out. */
function cursor(
  svg: SVGSVGElement,
  look: LineChart,
  iterations: readonly number[],
  index: number,
  point: MetricPoint,
  place: Pointed,
): void {
  const to = (iteration: number | undefined) => {
    place.iteration = iteration;
    place.redraw();
  };
  const at = index >= 0 ? index : iterations.length - 1;
  svg.tabIndex = 0;
  svg.setAttribute('role', 'slider');
  svg.setAttribute('aria-label', look.label);
  svg.setAttribute('aria-valuemin', String(look.xDomain[0]));
  svg.setAttribute('aria-valuemax', String(look.xDomain[1]));
  svg.setAttribute('aria-valuenow', String(point.iteration));
  svg.setAttribute('aria-valuetext', spoken(point));
  svg.onpointermove = event => {
    const { left } = svg.getBoundingClientRect();
    to(xScale(look).invert(event.clientX - left));
  };
  svg.onpointerleave = () => to(undefined);
  svg.onblur = () => to(undefined);
  svg.onkeydown = event => {
    const far = event.shiftKey ? 10 : 1;
    const next: Record<string, number> = {
      ArrowLeft: at - far,
      ArrowDown: at - far,
      ArrowRight: at + far,
      ArrowUp: at + far,
      PageDown: at - 100,
      PageUp: at + 100,
      Home: 0,
      End: iterations.length - 1,
    };
    if (event.key === 'Escape') return to(undefined);
    const chosen = next[event.key];
    if (chosen === undefined) return;
    event.preventDefault();
    to(iterations[Math.min(iterations.length - 1, Math.max(0, chosen))]);
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function spoken({ iteration, cost, trainAccuracy, testAccuracy }: MetricPoint): string {
  const parts = [`iteration ${iteration}`, `cost ${cost.toPrecision(6)}`];
  if (trainAccuracy !== undefined) parts.push(`train accuracy ${percent(trainAccuracy)}`);
  if (testAccuracy !== undefined) parts.push(`test accuracy ${percent(testAccuracy)}`);
  return parts.join(', ');
}

/** The values at the cursor, or the last ones. Accuracies are those of the last evaluation up to there. */
function readout(
  root: HTMLElement,
  points: readonly MetricPoint[],
  point: MetricPoint,
  pointing: boolean,
): void {
  root.classList.toggle('pointing', pointing);
  const known = (name: keyof MetricPoint) =>
    points.findLast(({ iteration, [name]: value }) => iteration <= point.iteration && value !== undefined)?.[
      name
    ];
  const shares = (name: keyof MetricPoint) => {
    const value = known(name);
    return value === undefined ? undefined : percent(value);
  };
  const numbers = (name: keyof MetricPoint) => {
    const value = known(name);
    return value === undefined ? undefined : formatNumber(value);
  };
  const rows = [
    ['iteration', 'iteration', formatNumber(point.iteration)],
    ['cost', 'cost', Number.isFinite(point.cost) ? point.cost.toPrecision(6) : formatNumber(point.cost)],
    ['train', 'train accuracy', shares('trainAccuracy')],
    ['test', 'test accuracy', shares('testAccuracy')],
    ['train', 'train error', numbers('trainError')],
    ['test', 'test error', numbers('testError')],
  ].filter((row): row is [string, string, string] => row[2] !== undefined);
  joinChildren(root, 'div', rows, (box, [className, title, value]) => {
    box.className = className;
    setText(child(box, 'dt'), title);
    setText(child(box, 'dd'), value);
  });
}

function legend(root: HTMLElement, series: readonly Series[]): void {
  root.hidden = series.length < 2;
  joinChildren(root, 'span', series, (item, { name, className }) => {
    item.className = `key ${className}`;
    setText(item, className.includes('raw') ? 'cost' : name);
  });
}

function settings(root: HTMLElement, chart: ViewState['chart'], actions: Actions): void {
  iconButton(root, 'log', {
    label: 'Logarithmic cost',
    icon: 'graph-scatter',
    pressed: chart.log,
    press: () => actions.set({ chart: { ...chart, log: !chart.log } }),
  });
  const label = child(root, 'label.smoothing');
  setText(child(label, 'span'), 'Smoothing');
  const slider = child(label, 'input');
  slider.type = 'range';
  slider.min = '0';
  slider.max = '0.99';
  slider.step = '0.01';
  if (document.activeElement !== slider) slider.value = String(chart.smoothing);
  slider.oninput = () => actions.set({ chart: { ...chart, smoothing: Number(slider.value) } });
}
