import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { child } from '../dom/child';
import { setText } from '../dom/setText';
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
const drafts = new WeakMap<Element, string>();

/**
 * A field to type in. What is typed is previewed at each key, written on Enter and on leaving the field (one undo
 * step), and taken back with Escape. What can't be read is said below, and never written.
 */
export function textInput(root: HTMLElement, input: TextInput): HTMLElement {
  const field = child(root, 'vscode-textfield');
  const fault = child(root, 'p.fault');
  const typing = drafts.has(field);
  field.label = input.label;
  field.placeholder = input.placeholder;
  field.readonly = !input.editable;
  if (!typing) {
    if (field.value !== input.text) field.value = input.text;
    say('');
  }

  field.oninput = () => {
    if (!drafts.has(field)) drafts.set(field, input.text);
    const reading = input.read(field.value);
    say('fault' in reading ? reading.fault : '');
    if ('value' in reading) input.preview?.(reading.value);
  };
  field.onchange = finish;
  field.onblur = () => {
    finish();
    if (drafts.has(field)) leave();
  };
  field.onkeydown = event => {
    if (event.key === 'Enter') finish();
    else if (event.key === 'Escape' && drafts.has(field)) {
      event.preventDefault();
      leave();
    } else if (input.step && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      finish();
      input.step((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
    }
  };
  return field;

  function finish() {
    const before = drafts.get(field);
    if (before === undefined) return;
    const reading = input.read(field.value);
    if ('fault' in reading) return;
    drafts.delete(field);
    if (field.value === before) input.cancel?.();
    else input.commit(reading.value);
  }

  function leave() {
    field.value = drafts.get(field) ?? input.text;
    drafts.delete(field);
    say('');
    input.cancel?.();
  }

  function say(sentence: string) {
    setText(fault, sentence).hidden = sentence === '';
    field.invalid = input.invalid || sentence !== '';
  }
}
