import { numberText } from '../../../src/runs/figures/numberText';
import { canEdit } from '../../canEdit';
import type { Actions, ViewState } from '../../state';
import { button } from '../dom/button';
import { child } from '../dom/child';
import { icon } from '../dom/icon';
import { setText } from '../dom/setText';
import { changedSince } from './changedSince';
import { verdictNotice } from './verdictNotice';

/** What there is to know about the run: that the network or its data have changed since, why it ended, and what to do. */
export function runNotices(root: HTMLElement, state: ViewState, actions: Actions): void {
  const { run } = state;
  const ended = run?.state === 'diverged' || run?.state === 'failed';
  const fault = child(root, 'div.notice.error');
  fault.hidden = !ended || !run.message;
  icon(fault, run?.state === 'diverged' ? 'flame' : 'error');
  setText(child(fault, 'p'), run?.message ?? '');
  const rate = Number(state.good?.network.training?.optimizer.learningRate);
  const lower = Number((rate / 10).toPrecision(6));
  const written = state.snapshot.network?.span('training.optimizer.learningRate');
  button(fault, 'lower', {
    label: `Lower the Learning Rate to ${numberText(lower)}`,
    icon: 'lightbulb',
    hidden: run?.state !== 'diverged' || !written || !(rate > 0),
    disabled: !canEdit(state),
    press: () =>
      actions.edit({ kind: 'set-value', path: ['training', 'optimizer', 'learningRate'], value: lower }),
  });

  verdictNotice(child(root, 'div.notice.warning'), state, actions);

  const message = child(root, 'div.notice.information');
  message.hidden = ended || !run?.message;
  icon(message, 'info');
  setText(child(message, 'p'), run?.message ?? '');

  changedSince(root, state);
}
