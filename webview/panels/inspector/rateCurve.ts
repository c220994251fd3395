import { numberText, tickText } from '../../../src/runs/figures/numberText';
import { lineChart } from '../../charts/lineChart';
import type { ViewState } from '../../state';
import { child } from '../dom/child';
import { setText } from '../dom/setText';
import { plannedRates } from './plannedRates';

const SVG = 'http://www.w3.org/2000/svg';

/** In CSS pixels, kept for each figure, since to ask for it makes the browser lay out the page. */
const widths = new WeakMap<HTMLElement, { width: number; draw(): void }>();

/** The learning rate over the training that the file asks for, where it has a schedule. */
export function rateCurve(root: HTMLElement, { good, data }: Pick<ViewState, 'good' | 'data'>): void {
  const settings = good?.network.training;
  const schedule = settings?.schedule;
  root.hidden = !schedule;
  const size = widths.get(root) ?? watch(root);
  size.draw = () => rateCurve(root, { good, data });
  if (!settings || !schedule) return;
  const rates = plannedRates(settings, data?.facts?.examples.train);
  const svg = root.querySelector('svg') ?? root.appendChild(document.createElementNS(SVG, 'svg'));
  svg.toggleAttribute('hidden', !rates);
  const words = rates?.words ?? 'The curve of the learning rate is drawn once the data have been read.';
  setText(child(root, 'figcaption'), words);
  if (!rates) return;
  const label = `Learning rate by ${rates.by}`;
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${label}. ${words}`);
  lineChart(svg, {
    label,
    xLabel: rates.by,
    yLabel: 'learning rate',
    series: [{ name: 'learning rate', className: 'rate', x: rates.x, y: rates.y }],
    xDomain: [0, Math.max(1, rates.x.at(-1) ?? 1)],
    log: false,
    width: Math.max(160, size.width),
    height: 136,
    formatX: numberText,
    formatY: tickText,
    cursor: undefined,
  });
}

/** Draws again where the panel gets another width. */
function watch(root: HTMLElement): { width: number; draw(): void } {
  const size = { width: root.clientWidth, draw: () => {} };
  widths.set(root, size);
  new ResizeObserver(([entry]) => {
    // 0 while it is hidden
    size.width = entry?.contentRect.width || size.width;
    size.draw();
  }).observe(root);
  return size;
}
