import { canEdit } from '../../canEdit';
import type { Actions, ViewState } from '../../state';
import { button } from '../dom/button';
import { child } from '../dom/child';
import { icon } from '../dom/icon';
import { setText } from '../dom/setText';

/** Why a run that took all its steps is no success, and what would mend it. */
export function verdictNotice(root: HTMLElement, state: ViewState, actions: Actions): void {
  const { run } = state;
  const verdict = run?.state === 'finished' ? run.info.verdict : undefined;
  const fix = verdict?.fix;
  root.hidden = !verdict;
  icon(root, 'warning');
  setText(child(root, 'p'), verdict?.message ?? '');
  button(root, 'mend', {
    label: fix?.title ?? '',
    icon: 'lightbulb',
    // of an older network it may be done already
    hidden: !fix || run?.stale === true,
    disabled: !canEdit(state),
    press: () => fix && actions.edit(...fix.edits),
  });
}
