import { canEdit } from '../canEdit';
import type { Gesture } from '../canvas/canvasContext';
import { outPort, smoothPath } from '../canvas/marks/edgePath';
import { layerAt } from '../canvas/scene/nearest';
import { idsOf } from '../canvas/scene/scene';
import { connectLayers } from '../commands/connect';
import { followDrag, onPress } from './press';

/** A drag from a layer's handle to another layer connects them. */
export const connectByDrag: Gesture = canvas => {
  onPress(canvas, '.handle', (event, handle) => {
    if (!canEdit(canvas.state)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const from = handle.closest<SVGElement>('.layer')!.dataset.layer!;
    const { orientation, layers } = canvas.scene;
    const start = outPort(layers.get(from)!, orientation);
    const drawing = canvas.svg.select<SVGGElement>('.drawing');
    const line = drawing.append('path').attr('class', 'connecting');
    const targetAt = ({ clientX, clientY }: PointerEvent) => {
      const id = layerAt(canvas.scene, canvas.toDrawing(clientX, clientY));
      return id === from ? undefined : id;
    };
    const mark = (id: string | undefined) =>
      canvas.svg.selectAll<SVGGElement, unknown>('.layer').classed('target-layer', function () {
        return this.dataset.layer === id;
      });
    followDrag(event, {
      move: moved => {
        line.attr('d', smoothPath([start, canvas.toDrawing(moved.clientX, moved.clientY)], orientation));
        mark(targetAt(moved));
      },
      end: (ended, kept) => {
        line.remove();
        mark(undefined);
        const to = kept ? targetAt(ended as PointerEvent) : undefined;
        if (to === undefined) return;
        const [source, target] = [from, to].map(key => idsOf(canvas.scene.layers.get(key)!));
        connectLayers(canvas, source!.at(-1)!, target![0]!);
      },
      click: () => line.remove(),
    });
  });
};
