import { canEdit } from '../canEdit';
import type { CanvasContext, Gesture } from '../canvas/canvasContext';
import { edgePath } from '../canvas/marks/edgePath';
import { nearestEdge } from '../canvas/scene/nearest';
import { boxOf, type SceneEdge } from '../canvas/scene/scene';
import { movedGroup } from './movedGroup';
import { followDrag, onPress } from './press';

/** How near an edge a layer is dropped into it, in pixels of the drawing. */
const REACH = 72;

/**
 * A drag of a layer moves it in the order: dropped on an edge, it goes between the layers there. With Alt, or while
 * layers are placed freely, it is pinned where it is dropped, as all layers of a folded group are. One undo step.
 */
export const dragLayer: Gesture = canvas => {
  onPress(canvas, '.layer', (press, element) => {
    if (!canEdit(canvas.state)) return;
    const id = element.dataset.layer!;
    const start = canvas.toDrawing(press.clientX, press.clientY);
    const from = canvas.scene.layers.get(id)!.at;
    const group = () => canvas.scene.layers.get(id)?.card.group;
    const moved = (event: PointerEvent) => {
      const now = canvas.toDrawing(event.clientX, event.clientY);
      return { x: from.x + now.x - start.x, y: from.y + now.y - start.y };
    };
    followDrag(press, {
      move: event => {
        canvas.moved = { id, at: moved(event) };
        canvas.actions.set({});
        showInsertion(canvas, pins(canvas, id, event) ? undefined : edgeUnder(canvas, id, event));
      },
      end: (event, kept) => {
        canvas.moved = undefined;
        showInsertion(canvas, undefined);
        if (kept) drop(canvas, id, event as PointerEvent, moved(event as PointerEvent));
        canvas.actions.set({});
      },
      click: event => {
        // a press on one of several selected may have been the start of a drag; now it selects that one
        const several = event.shiftKey || event.ctrlKey || event.metaKey;
        if (!several && canvas.state.selection.length > 1 && !group()) {
          canvas.actions.set({ selection: [id], edge: undefined });
        }
      },
    });
  });
};

/** A folded group stays between what feeds it and what it feeds. */
function pins({ state, scene }: CanvasContext, id: string, event: PointerEvent): boolean {
  return scene.layers.get(id)?.card.group !== undefined || event.altKey !== state.freeDrag;
}

function drop(canvas: CanvasContext, id: string, event: PointerEvent, at: { x: number; y: number }) {
  const group = canvas.scene.layers.get(id)?.card.group;
  if (group) {
    const positions = movedGroup(canvas.state, group, at, canvas.scene.orientation);
    canvas.actions.edit({ kind: 'set-positions', positions });
    canvas.actions.set({ announcement: `Pinned the ${group.ids.length} layers of ${group.title}.` });
    return;
  }
  if (pins(canvas, id, event)) {
    const grid = { x: Math.round(at.x / 4) * 4, y: Math.round(at.y / 4) * 4 };
    canvas.actions.edit({ kind: 'set-positions', positions: { [id]: grid } });
    canvas.actions.set({ announcement: `Pinned ${id}.` });
    return;
  }
  const edge = edgeUnder(canvas, id, event);
  if (!edge) return;
  const after = edge.ends.from;
  canvas.actions.edit({ kind: 'move-layer', id, after });
  canvas.actions.set({ announcement: `Moved ${id} between ${after} and ${edge.ends.to}.` });
}

/** The edge a layer would be put on: not one of its own. */
function edgeUnder(canvas: CanvasContext, id: string, event: PointerEvent): SceneEdge | undefined {
  const point = canvas.toDrawing(event.clientX, event.clientY);
  const own = boxOf(canvas.scene.layers.get(id)!);
  const home =
    point.x >= own.x && point.x <= own.x + own.width && point.y >= own.y && point.y <= own.y + own.height;
  if (home) return undefined;
  return nearestEdge(canvas.scene, point, REACH, ({ from, to }) => from.card.id !== id && to.card.id !== id);
}

/** Shows where a layer would be inserted. */
export function showInsertion({ svg, scene }: CanvasContext, edge: SceneEdge | undefined) {
  svg
    .select('.drawing')
    .selectAll('path.insertion')
    .data(edge ? [edge] : [])
    .join('path')
    .attr('class', 'insertion')
    .attr('d', place => edgePath(place, scene.orientation));
}
