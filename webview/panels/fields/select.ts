import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { child } from '../dom/child';
import { setText } from '../dom/setText';

export interface Select {
  readonly label: string;
  readonly options: readonly {
    readonly value: string;
    readonly title: string;
    readonly description?: string;
  }[];
  readonly value: string;
  readonly editable: boolean;
  readonly invalid?: boolean;
  choose(value: string): void;
}

/** A list to choose one of. */
export function select(root: HTMLElement, look: Select): HTMLElement {
  const element = child(root, 'vscode-single-select');
  element.label = look.label;
  element.disabled = !look.editable;
  element.invalid = look.invalid ?? false;
  const options = [...element.querySelectorAll('vscode-option')];
  for (const [i, { value, title, description }] of look.options.entries()) {
    const option = options[i] ?? element.appendChild(document.createElement('vscode-option'));
    if (option.value !== value) option.value = value;
    if (option.description !== (description ?? '')) option.description = description ?? '';
    setText(option, title);
  }
  for (const surplus of options.slice(look.options.length)) surplus.remove();
  if (element.value !== look.value && !element.open) element.value = look.value;
  element.onchange = () => {
    if (element.value !== look.value) look.choose(element.value);
  };
  return element;
}
