import '@vscode-elements/elements/dist/vscode-button/index.js';
import { child } from './child';
import { icon } from './icon';
import { setAttributes } from './setAttributes';
import { setText } from './setText';

export interface ButtonLook {
  readonly label: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** Shown on hover, where the label leaves something to say. */
  readonly title?: string;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly hidden?: boolean;
  press(): void;
}

/** A button with a label, as the child of `parent` with the class `name`. */
export function button(parent: Element, name: string, look: ButtonLook): HTMLElement {
  const element = child(parent, `vscode-button.${name}`);
  element.secondary = !look.primary;
  element.disabled = look.disabled ?? false;
  element.hidden = look.hidden ?? false;
  setAttributes(element, { title: look.title });
  if (look.icon) icon(element, look.icon).slot = 'content-before';
  setText(child(element, 'span.text'), look.label);
  element.onclick = () => {
    if (!element.disabled) look.press();
  };
  return element;
}
