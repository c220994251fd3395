import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { child } from '../dom/child';

interface SelectOption {
  readonly value: string;
  readonly title: string;
  readonly description?: string;
}

export interface Select {
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly value: string;
  readonly editable: boolean;
  readonly invalid?: boolean;
  choose(value: string): void;
}

/** The options that an element was given last. */
const given = new WeakMap<Element, readonly SelectOption[]>();

/**
 * A list to choose one of. The options are given to the element and not written into it: of those that stand in it it
 * learns a moment later, and chooses the first of them then, whatever was chosen.
 */
export function select(root: HTMLElement, look: Select): HTMLElement {
  const element = child(root, 'vscode-single-select');
  element.label = look.label;
  element.disabled = !look.editable;
  element.invalid = look.invalid ?? false;
  if (!same(given.get(element), look.options)) {
    given.set(element, look.options);
    element.options = look.options.map(({ value, title, description = '' }) => ({
      value,
      label: title,
      description,
      selected: false,
      disabled: false,
    }));
    element.value = look.value;
  }
  if (element.value !== look.value) element.value = look.value;
  element.onchange = () => {
    if (element.value !== look.value) look.choose(element.value);
  };
  return element;
}

const same = (a: readonly SelectOption[] | undefined, b: readonly SelectOption[]) =>
  a?.length === b.length &&
  a.every(
    ({ value, title, description }, i) =>
      value === b[i]!.value && title === b[i]!.title && description === b[i]!.description,
  );
