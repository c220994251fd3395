import { select, type ZoomTransform, zoom, zoomIdentity } from 'd3';
import type { Gesture } from '../canvas/canvasContext';
import { LARGEST, SMALLEST } from '../canvas/fitViewport';

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
      if (event.type === 'wheel') return event.ctrlKey || (event as WheelEvent).metaKey;
      if (event.type.startsWith('touch')) return !(event.target as Element).closest('.layer, .edge');
      return (event as MouseEvent).button === 1 || (spaceHeld && (event as MouseEvent).button === 0);
    })
    .on(
      'zoom',
      ({ transform: { x, y, k }, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
        if (sourceEvent) canvas.actions.set({ viewport: { x, y, k } });
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
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const { x, y, k } = canvas.viewport();
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
