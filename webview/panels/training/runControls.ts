import { controls } from '../../../src/protocol/controls';
import type { Actions, ViewState } from '../../state';
import { button } from '../dom/button';
import { offeredNow } from './offeredNow';

/** Start, pause, step, resume, stop, reset and the like: those that make sense now. */
export function runControls(root: HTMLElement, state: ViewState, actions: Actions): void {
  root.setAttribute('role', 'toolbar');
  root.setAttribute('aria-label', 'Training controls');
  const offered = offeredNow(state);
  const focused = root.querySelector<HTMLElement>(':scope > :focus');
  for (const control of controls) {
    const { action } = control;
    const now = offered.find(each => each.action === action);
    button(root, action, {
      ...(now ?? { label: control.label, icon: control.icon }),
      hidden: !now,
      press: () => actions.send({ type: 'run', action }),
    });
  }
  // The button pressed may be gone: the focus goes to the one that took its place, not to the top of the page. While a
  // run is prepared that is none, and the focus waits for it here: Stop must not be what a second Enter presses.
  if (!focused?.hidden && document.activeElement !== root) return;
  const next = offered.find(({ primary }) => primary);
  root.tabIndex = -1;
  (next ? root.querySelector<HTMLElement>(`vscode-button.${next.action}`) : root)?.focus();
}
