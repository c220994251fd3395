/** Sets the text only where it changed, so that what a person has marked in it stays marked. */
export function setText<E extends Element>(element: E, text: string): E {
  if (element.textContent !== text) element.textContent = text;
  return element;
}
