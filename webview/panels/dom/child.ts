import { type BaseType, type Selection, select } from 'd3';

type Parent = Selection<HTMLElement, unknown, null, undefined>;

/**
 * The child of `parent` that `description` names, `div.row.wide`; made at the first call, the same ever after. Children
 * stand in the order of their first calls, so a view makes all of them and hides what doesn't apply.
 */
export function child<E extends HTMLElement = HTMLElement>(
  parent: Parent | HTMLElement,
  description: string,
): Selection<E, unknown, null, undefined> {
  const within = (parent instanceof HTMLElement ? select(parent) : parent) as Selection<
    BaseType,
    unknown,
    null,
    undefined
  >;
  const found = within.selectChild<E>(description);
  if (!found.empty()) return found as unknown as Selection<E, unknown, null, undefined>;
  const [tag = 'div', ...classes] = description.split('.');
  const made = within.append(tag);
  if (classes.length > 0) made.attr('class', classes.join(' '));
  return made as unknown as Selection<E, unknown, null, undefined>;
}
