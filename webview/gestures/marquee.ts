import type { Gesture } from '../canvas/canvasContext';
import { boxOf, idsOf } from '../canvas/scene/scene';
import { followDrag, onPress } from './press';

/** A drag over the background selects the layers it encloses or touches; with Shift it adds them to the selection. */
export const marquee: Gesture = canvas => {
  onPress(canvas, 'svg.canvas', (press, svg) => {
    if ((press.target as Element).closest('.layer, .edge') || press.pointerType === 'touch') return;
    const before = press.shiftKey ? canvas.state.selection : [];
    canvas.actions.set({
      selection: before,
      edge: undefined,
      popover: undefined,
      menu: undefined,
      paletteOpen: false,
    });
    const frame = canvas.svg.select<SVGGElement>('.drawing').append('rect').attr('class', 'marquee');
    const start = canvas.toDrawing(press.clientX, press.clientY);
    svg.focus();
    followDrag(press, {
      move: event => {
        const now = canvas.toDrawing(event.clientX, event.clientY);
        const [x, y] = [Math.min(start.x, now.x), Math.min(start.y, now.y)];
        const [width, height] = [Math.abs(now.x - start.x), Math.abs(now.y - start.y)];
        frame.attr('x', x).attr('y', y).attr('width', width).attr('height', height);
        const touched = [...canvas.scene.layers.values()].filter(layer => {
          const box = boxOf(layer);
          return box.x < x + width && x < box.x + box.width && box.y < y + height && y < box.y + box.height;
        });
        const ids = touched.flatMap(idsOf);
        canvas.actions.set({ selection: [...before, ...ids.filter(id => !before.includes(id))] });
      },
      end: (_, kept) => {
        frame.remove();
        if (!kept) canvas.actions.set({ selection: before });
        else if (canvas.state.selection.length > 0) canvas.focusSelection();
      },
      click: () => frame.remove(),
    });
  });
};
