import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { dropDraft, hasDraft, holdDraft } from '../../drafts';
import { child } from '../dom/child';
import { setText } from '../dom/setText';
import { markInvalid } from './markInvalid';
import type { Reading } from './setting';

export interface TextInput {
  readonly label: string;
  /** The value as text, where nobody is typing. */
  readonly text: string;
  readonly placeholder: string;
  readonly editable: boolean;
  readonly invalid: boolean;
  read(text: string): Reading;
  preview?(value: unknown): void;
  cancel?(): void;
  commit(value: unknown): void;
  /** Arrow up (+1) and down (−1), ten times as far with Shift. */
  step?(by: number): void;
}

/** What stood in a field before someone began to type in it. */
const before = new WeakMap<Element, string>();

/**
 * A field to type in. What is typed is previewed at each key, written on Enter and on leaving the field (one undo
 * step), and taken back with Escape. What can't be read is said below and never written: it stays as it was typed, since
 * nobody means the older value by it.
 */
export function textInput(root: HTMLElement, input: TextInput): HTMLElement {
  const field = child(root, 'vscode-textfield');
  const fault = child(root, 'p.fault');
  field.label = input.label;
  field.placeholder = input.placeholder;
  field.readonly = !input.editable;
  if (!hasDraft(field)) {
    if (field.value !== input.text) field.value = input.text;
    say('');
  } else hold();

  field.oninput = () => {
    if (!hasDraft(field)) before.set(field, input.text);
    hold();
    const reading = input.read(field.value);
    say('fault' in reading ? reading.fault : '');
    if ('value' in reading) input.preview?.(reading.value);
    else input.cancel?.();
  };
  field.onchange = finish;
  field.onblur = finish;
  field.onkeydown = event => {
    if (event.key === 'Enter') finish();
    else if (event.key === 'Escape' && hasDraft(field)) {
      event.preventDefault();
      leave();
    } else if (input.step && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      if (finish() === undefined) input.step((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
    }
  };
  return field;

  /** The draft of the field as it is drawn now. */
  function hold() {
    holdDraft(field, { panel: 'inspector', commit: finish, discard: leave, focus: () => field.focus() });
  }

  function finish(): string | undefined {
    if (!hasDraft(field)) return undefined;
    const reading = input.read(field.value);
    if ('fault' in reading) {
      say(reading.fault);
      return reading.fault;
    }
    dropDraft(field);
    say('');
    if (field.value === before.get(field)) input.cancel?.();
    else input.commit(reading.value);
    return undefined;
  }

  function leave() {
    field.value = before.get(field) ?? input.text;
    dropDraft(field);
    say('');
    input.cancel?.();
  }

  function say(sentence: string) {
    setText(fault, sentence).hidden = sentence === '';
    markInvalid(field, sentence, input.invalid || sentence !== '');
  }
}
