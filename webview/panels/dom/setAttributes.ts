/** Sets the attributes that changed; null, undefined and false remove one, true sets it empty. */
export function setAttributes<E extends Element>(
  element: E,
  attributes: Readonly<Record<string, string | number | boolean | null | undefined>>,
): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else {
      const text = value === true ? '' : String(value);
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    }
  }
  return element;
}
