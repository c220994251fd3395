import { subscriptParts } from '../../canvas/marks/subscripted';

const texts = new WeakMap<Element, string>();

/** Sets a text with the notes' subscripts, as the canvas has them: `n_h` with a small h below the line. */
export function setSubscripted<E extends Element>(element: E, text: string): E {
  if (texts.get(element) === text) return element;
  texts.set(element, text);
  element.replaceChildren(
    ...subscriptParts(text).map((part, i) => {
      if (i % 2 === 0) return part;
      const below = document.createElement('sub');
      below.textContent = part.replace('_', '');
      return below;
    }),
  );
  return element;
}
