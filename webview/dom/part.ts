import { type Selection, select } from 'd3';

export type Part<E extends HTMLElement = HTMLElement> = Selection<E, unknown, null, undefined>;

/**
 * The one child of `root` with this tag and class, made where it is missing; removed where `shown` is false, and then
 * undefined.
 */
export function part(root: HTMLElement, tag: string, name: string, shown = true): Part | undefined {
  const found = select(root).selectChild<HTMLElement>(`${tag}.${name}`);
  if (!shown) {
    found.remove();
    return undefined;
  }
  if (!found.empty()) return select(found.node()!);
  return select(root).append<HTMLElement>(tag).attr('class', name) as Part;
}

/** An icon from the icon font, unseen by screen readers. */
export function icon(parent: Part, name: string) {
  parent.append('span').attr('class', `codicon codicon-${name}`).attr('aria-hidden', 'true');
}
