import { select } from 'd3';
import { layerOf } from '../../src/core/layers';
import { blockOf } from '../../src/core/layers/blocks';
import type { CanvasContext } from '../canvas/canvasContext';
import { layerAt, nearestEdge } from '../canvas/scene/nearest';
import { showInsertion } from '../gestures/dragLayer';
import { followDrag } from '../gestures/press';
import { addBlock, addFromPalette, blockSite } from './addFromPalette';

const REACH = 96;

/** A drag of a type onto the canvas: dropped on an edge it goes between, on a layer after it, else at the end. */
export function dragFromPalette(
  press: PointerEvent,
  canvas: CanvasContext,
  type: string,
  /** What is asked of a block; undefined where that can't be read. */
  settings: () => Readonly<Record<string, number>> | undefined,
) {
  const block = blockOf(type);
  const ghost = select(document.body)
    .append('div')
    .attr('class', 'ghost')
    .text(layerOf(type)?.title ?? block?.title ?? type);
  const over = ({ clientX, clientY }: PointerEvent) => {
    // in a narrow window the list lies over the canvas
    const under = document.elementFromPoint(clientX, clientY);
    if (!under || !canvas.root.contains(under)) return undefined;
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
      const edge = place.edge && { from: place.edge.from.card.id, to: place.edge.to.card.id };
      if (block) {
        const site = blockSite(canvas, block, edge, place.layer);
        const asked = settings();
        if ('fault' in site) canvas.actions.set({ announcement: site.fault });
        else if (asked) {
          canvas.actions.set({ paletteOpen: false, paletteEdge: undefined });
          addBlock(canvas, block, site, asked);
        }
        return;
      }
      canvas.actions.set({ paletteOpen: false, paletteEdge: undefined });
      addFromPalette(canvas, type, edge, place.layer);
    },
    click: () => ghost.remove(),
  });
}
