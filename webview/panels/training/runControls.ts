import type { Actions, ViewState } from '../../state';
import { button } from '../dom/button';
import { controls, stageOf } from './controls';

/** Start, pause, step, resume, stop, reset and new seed: those that make sense now. */
export function runControls(root: HTMLElement, state: ViewState, actions: Actions): void {
  root.setAttribute('role', 'toolbar');
  root.setAttribute('aria-label', 'Training controls');
  const stage = stageOf(state.run);
  const broken =
    !state.snapshot.network || state.snapshot.problems.some(problem => problem.severity === 'error');
  const focused = root.querySelector<HTMLElement>(':scope > :focus');
  for (const { action, label, icon, title, stages, primary } of controls) {
    const begins = action === 'start' || action === 'new-seed' || action === 'reset';
    button(root, action, {
      label,
      icon,
      title: begins && broken ? 'The network has errors: mend them first' : title,
      primary: primary.includes(stage),
      hidden: !stages.includes(stage),
      disabled: (begins || (action === 'step' && stage === 'none')) && broken,
      press: () => actions.send({ type: 'run', action }),
    });
  }
  // the button pressed may be gone: the focus goes to the one that took its place, not to the top of the page
  const next = controls.find(({ stages, primary }) => stages.includes(stage) && primary.includes(stage));
  if (focused?.hidden) root.querySelector<HTMLElement>(`vscode-button.${next?.action ?? 'stop'}`)?.focus();
}
