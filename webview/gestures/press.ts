import type { CanvasContext } from '../canvas/canvasContext';

/**
 * Calls `start` for each press of the main button on what `selector` names, unless the canvas is being panned. `start`
 * may keep the press for itself with `stopImmediatePropagation`.
 */
export function onPress(
  { root, svg }: CanvasContext,
  selector: string,
  start: (event: PointerEvent, target: SVGElement) => void,
) {
  root.addEventListener('pointerdown', event => {
    if (event.button !== 0 || svg.classed('panning')) return;
    const target = (event.target as Element).closest<SVGElement>(selector);
    if (target) start(event, target);
  });
}

/** How far the pointer has to go before a press is a drag, in CSS pixels. */
const SLACK = 4;

export interface Drag {
  /** Called from the first movement beyond the slack. */
  move(event: PointerEvent): void;
  /** Called at the end of a drag; `kept` is false where Escape or the system broke it off. */
  end(event: Event, kept: boolean): void;
  /** Called where the press was no drag. */
  click?(event: PointerEvent): void;
}

/** Follows the pointer from a press until it is released. */
export function followDrag(press: PointerEvent, drag: Drag) {
  let moved = false;
  const stop = new AbortController();
  const { signal } = stop;
  const finish = (event: Event, kept: boolean) => {
    stop.abort();
    if (moved) drag.end(event, kept);
    else if (kept) drag.click?.(event as PointerEvent);
  };
  const own = (event: PointerEvent) => event.pointerId === press.pointerId;
  window.addEventListener(
    'pointermove',
    event => {
      if (!own(event)) return;
      moved ||= Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > SLACK;
      if (moved) drag.move(event);
    },
    { signal },
  );
  window.addEventListener('pointerup', event => own(event) && finish(event, true), { signal });
  window.addEventListener('pointercancel', event => own(event) && finish(event, false), { signal });
  window.addEventListener(
    'keydown',
    event => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      finish(event, false);
    },
    { signal, capture: true },
  );
}
