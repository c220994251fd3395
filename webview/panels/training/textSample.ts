import { numberText } from '../../../src/runs/figures/numberText';
import type { ViewState } from '../../state';
import { child } from '../dom/child';
import { setText } from '../dom/setText';

/** What a network that learns a text writes as it is: the newest sample, and the step that it is of. */
export function textSample(root: HTMLElement, { points, run }: ViewState): void {
  const point = run && points.findLast(({ sample }) => sample !== undefined);
  root.hidden = !point;
  if (!point) return;
  setText(
    child(root, 'h3'),
    `Sample after ${numberText(point.iteration)} ${point.iteration === 1 ? 'iteration' : 'iterations'}`,
  );
  const text = child(root, 'pre');
  // it is long and comes often: heard where a person goes to it
  text.tabIndex = 0;
  text.setAttribute('aria-label', 'What the network writes');
  setText(text, point.sample!);
}
