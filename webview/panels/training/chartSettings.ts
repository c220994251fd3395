import type { Actions, ViewState } from '../../state';
import { child } from '../dom/child';
import { setText } from '../dom/setText';
import { select } from '../fields/select';
import { measuredMetrics, shownMetric } from './measuredMetrics';

/** Logarithmic or linear, how much the cost is smoothed, and which metric is shown below it. */
export function chartSettings(root: HTMLElement, state: ViewState, actions: Actions): void {
  const { chart } = state;
  const log = setText(child(root, 'button.icon-button'), 'log');
  log.type = 'button';
  log.title = 'Logarithmic scale for the cost';
  log.setAttribute('aria-pressed', String(chart.log));
  log.onclick = () => actions.set({ chart: { ...chart, log: !chart.log } });
  const label = child(root, 'label.smoothing');
  setText(child(label, 'span'), 'Smoothing');
  const slider = child(label, 'input');
  slider.type = 'range';
  slider.min = '0';
  slider.max = '0.99';
  slider.step = '0.01';
  if (document.activeElement !== slider) slider.value = String(chart.smoothing);
  slider.oninput = () => actions.set({ chart: { ...chart, smoothing: Number(slider.value) } });
  const metrics = measuredMetrics(state);
  const choice = child(root, 'div.metric');
  choice.hidden = metrics.length < 2;
  setText(child(choice, 'span'), 'Metric');
  select(choice, {
    label: 'Metric',
    options: metrics.map(({ type, title }) => ({ value: type, title })),
    value: shownMetric(state)?.type ?? '',
    editable: true,
    choose: metric => actions.set({ chart: { ...chart, metric } }),
  });
}
