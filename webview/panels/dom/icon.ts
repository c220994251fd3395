import { child } from './child';

/** A codicon before the text of `parent`; it says nothing to a screen reader. */
export function icon(parent: Element, name: string): HTMLElement {
  const span = child(parent, 'span.codicon');
  const className = `codicon codicon-${name}`;
  if (span.className !== className) span.className = className;
  span.setAttribute('aria-hidden', 'true');
  return span;
}
