import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { numberText } from '../../../src/runs/figures/numberText';
import type { Actions, ViewState } from '../../state';
import { child } from '../dom/child';
import { iconButton } from '../dom/iconButton';
import { setText } from '../dom/setText';
import { markInvalid } from '../fields/markInvalid';

/** Walks through the examples of the test set by their index, which counts from 0 as in the file. */
export function testExample(root: HTMLElement, { data }: ViewState, actions: Actions): void {
  const count = data?.facts?.examples.test ?? 0;
  root.hidden = count === 0;
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', 'Example of the test set');
  setText(child(root, 'span.name'), 'Test example');
  const go = (index: number) => {
    const within = Math.min(count - 1, Math.max(0, Number.isFinite(index) ? Math.round(index) : 0));
    field.value = String(within);
    actions.ask({ type: 'predict', input: { kind: 'test-example', index: within } });
  };
  iconButton(root, 'previous', {
    label: 'Previous test example',
    icon: 'chevron-left',
    press: () => check() && go(Number(field.value) - 1),
  });
  const field = child(root, 'vscode-textfield');
  field.label = 'Index of the test example';
  field.placeholder = 'index';
  field.onkeydown = event => {
    if (event.key === 'Enter' && check()) go(Number(field.value));
  };
  field.oninput = () => {
    if (fault.textContent) check();
  };
  iconButton(root, 'next', {
    label: 'Next test example',
    icon: 'chevron-right',
    press: () => check() && go(field.value === '' ? 0 : Number(field.value) + 1),
  });
  setText(child(root, 'span.of'), `0 to ${numberText(count - 1)}`);
  const fault = child(root, 'p.fault');
  /** Whether the index is one, or none yet; else it is marked. */
  function check(): boolean {
    const typed = field.value.trim();
    const isIndex = typed === '' || (/^\d+$/.test(typed) && Number(typed) < count);
    const sentence = isIndex
      ? ''
      : `The index is a whole number from 0 up to ${numberText(count - 1)}, not ${typed}.`;
    setText(fault, sentence).hidden = sentence === '';
    markInvalid(field, sentence);
    return isIndex;
  }
}
