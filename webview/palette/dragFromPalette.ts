import { select } from 'd3';
import { layerOf } from '../../src/core/layers';
import type { CanvasContext } from '../canvas/canvasContext';
import { layerAt, nearestEdge } from '../canvas/scene/nearest';
import { showInsertion } from '../gestures/dragLayer';
import { followDrag } from '../gestures/press';
import { addFromPalette } from './addFromPalette';

const REACH = 96;

/** A drag of a type onto the canvas: dropped on an edge it goes between, on a layer after it, else at the end. */
export function dragFromPalette(press: PointerEvent, canvas: CanvasContext, type: string) {
  const ghost = select(document.body)
    .append('div')
    .attr('class', 'ghost')
    .text(layerOf(type)?.title ?? type);
  const box = canvas.root.getBoundingClientRect();
  const over = ({ clientX, clientY }: PointerEvent) => {
    const inside = clientX > box.left && clientX < box.right && clientY > box.top && clientY < box.bottom;
    const list = canvas.root.querySelector('.palette')?.getBoundingClientRect();
    const onList =
      list && clientX > list.left && clientX < list.right && clientY > list.top && clientY < list.bottom;
    if (!inside || onList) return undefined;
    const point = canvas.toDrawing(clientX, clientY);
    return { layer: layerAt(canvas.scene, point), edge: nearestEdge(canvas.scene, point, REACH) };
  };
  ghost.property('hidden', true);
  followDrag(press, {
    move: event => {
      ghost
        .property('hidden', false)
        .style('left', `${event.clientX + 12}px`)
        .style('top', `${event.clientY + 12}px`);
      showInsertion(canvas, over(event)?.edge);
    },
    end: (event, kept) => {
      ghost.remove();
      showInsertion(canvas, undefined);
      const place = kept ? over(event as PointerEvent) : undefined;
      if (!place) return;
      canvas.actions.set({ paletteOpen: false, paletteEdge: undefined });
      const edge = place.edge && { from: place.edge.from.card.id, to: place.edge.to.card.id };
      addFromPalette(canvas, type, edge, place.layer);
    },
    click: () => ghost.remove(),
  });
}
