import { child } from './child';
import { icon } from './icon';
import { setAttributes } from './setAttributes';

export interface IconButtonLook {
  /** What it does: its name for a screen reader, and its title. */
  readonly label: string;
  /** A codicon's name. */
  readonly icon: string;
  readonly disabled?: boolean;
  readonly hidden?: boolean;
  /** Whether it is on, for a button that stays pressed. */
  readonly pressed?: boolean;
  press(): void;
}

/** A small button with an icon only, as the child of `parent` with the class `name`. */
export function iconButton(parent: Element, name: string, look: IconButtonLook): HTMLButtonElement {
  const element = child(parent, `button.icon-button.${name}`);
  element.type = 'button';
  element.disabled = look.disabled ?? false;
  element.hidden = look.hidden ?? false;
  setAttributes(element, { title: look.label, 'aria-label': look.label, 'aria-pressed': ariaPressed(look) });
  icon(element, look.icon);
  element.onclick = () => look.press();
  return element;
}

const ariaPressed = ({ pressed }: IconButtonLook) => (pressed === undefined ? null : String(pressed));
