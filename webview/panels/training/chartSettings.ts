import type { Actions, ViewState } from '../../state';
import { child } from '../dom/child';
import { setText } from '../dom/setText';

/** Logarithmic or linear, and how much the cost is smoothed. */
export function chartSettings(root: HTMLElement, chart: ViewState['chart'], actions: Actions): void {
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
}
