/**
 * The child of `parent` that `description` names, `div.row.wide`: made at the first call, the same ever after. Children
 * stand in the order of their first calls, so a view makes all of them and hides what doesn't apply.
 */
export function child<T extends keyof HTMLElementTagNameMap>(
  parent: Element,
  description: T | `${T}.${string}`,
): HTMLElementTagNameMap[T] {
  const found = parent.querySelector(`:scope > ${description}`);
  if (found) return found as HTMLElementTagNameMap[T];
  const [tag, ...classes] = description.split('.') as [T, ...string[]];
  const made = document.createElement(tag);
  made.classList.add(...classes);
  parent.append(made);
  return made;
}
