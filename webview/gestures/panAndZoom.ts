import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
import type { Gesture } from '../canvas/canvasContext';
import { zoomed } from '../canvas/zoomed';
import { LARGEST, SMALLEST } from '../canvas/zoomRange';

/**
 * Pan: wheel or two fingers, the middle button, or Space held while dragging. Zoom: Ctrl+wheel or a pinch. A finger on
 * the background pans.
 */
export const panAndZoom: Gesture = canvas => {
  const { svg, root } = canvas;
  let spaceHeld = false;
  window.addEventListener('keydown', event => {
    if (event.key !== ' ' || !root.contains(document.activeElement)) return;
    spaceHeld = true;
    svg.classed('panning', true);
    event.preventDefault();
  });
  window.addEventListener('keyup', event => {
    if (event.key !== ' ') return;
    spaceHeld = false;
    svg.classed('panning', false);
  });

  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([SMALLEST, LARGEST])
    .filter((event: MouseEvent | TouchEvent | WheelEvent) => {
      // layers change their size with the zoom, which d3 doesn't know
      if (event.type === 'wheel') return false;
      if (event.type.startsWith('touch')) return !(event.target as Element).closest('.layer, .edge');
      return (event as MouseEvent).button === 1 || (spaceHeld && (event as MouseEvent).button === 0);
    })
    .on(
      'zoom',
      ({ transform: { x, y, k }, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
        if (!sourceEvent) return;
        const pinched = window.TouchEvent && sourceEvent instanceof TouchEvent && k !== canvas.viewport().k;
        canvas.actions.set({
          viewport: pinched ? zoomed(canvas, k, middleOf(sourceEvent, root)) : { x, y, k },
        });
      },
    );
  svg.call(behaviour).on('dblclick.zoom', null);

  /** d3-zoom keeps its own transform; it is set to ours before each gesture. */
  const follow = () => {
    const { x, y, k } = canvas.viewport();
    (svg.node() as SVGSVGElement & { __zoom: ZoomTransform }).__zoom = zoomIdentity.translate(x, y).scale(k);
  };
  for (const type of ['pointerdown', 'touchstart', 'wheel']) {
    root.addEventListener(type, follow, { capture: true, passive: true });
  }

  select(root).on(
    'wheel.pan',
    (event: WheelEvent) => {
      event.preventDefault();
      const { x, y, k } = canvas.viewport();
      if (event.ctrlKey || event.metaKey) {
        const box = root.getBoundingClientRect();
        const point = { x: event.clientX - box.left, y: event.clientY - box.top };
        const next = Math.min(LARGEST, Math.max(SMALLEST, k * wheelFactor(event)));
        canvas.actions.set({ viewport: zoomed(canvas, next, point) });
        return;
      }
      // lines and pages in pixels
      const unit = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? canvas.size().height : 1;
      const sideways = event.shiftKey && event.deltaX === 0;
      const dx = (sideways ? event.deltaY : event.deltaX) * unit;
      const dy = (sideways ? 0 : event.deltaY) * unit;
      canvas.actions.set({ viewport: { x: x - dx, y: y - dy, k } });
    },
    { passive: false },
  );
};

/** By how much a turn of the wheel zooms: five times as much as d3 has it, since a pinch of a touchpad comes as small turns. */
function wheelFactor({ deltaY, deltaMode }: WheelEvent): number {
  return 2 ** (-deltaY * (deltaMode === 1 ? 0.05 : deltaMode === 2 ? 1 : 0.002) * 5);
}

/** The point between the fingers, in CSS pixels of the canvas. */
function middleOf({ touches }: TouchEvent, root: HTMLElement) {
  const box = root.getBoundingClientRect();
  const fingers = [...touches];
  const count = Math.max(1, fingers.length);
  return {
    x: fingers.reduce((sum, { clientX }) => sum + clientX, 0) / count - box.left,
    y: fingers.reduce((sum, { clientY }) => sum + clientY, 0) / count - box.top,
  };
}
