interface Watched {
  width: number;
  redraw(): void;
}

const watched = new WeakMap<HTMLElement, Watched>();

/**
 * The width of an element in CSS pixels: kept, since to ask for it makes the browser lay out the page. `redraw` is called
 * where it gets another one; of several calls for an element the last counts.
 */
export function watchedWidth(element: HTMLElement, redraw: () => void): number {
  const known = watched.get(element);
  if (known) {
    known.redraw = redraw;
    return known.width;
  }
  const place: Watched = { width: element.clientWidth, redraw };
  watched.set(element, place);
  new ResizeObserver(([entry]) => {
    // 0 while it is hidden
    place.width = entry?.contentRect.width || place.width;
    place.redraw();
  }).observe(element);
  return place.width;
}
