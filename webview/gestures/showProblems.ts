import type { Gesture } from '../canvas/canvasContext';
import { onPress } from './press';

/** The mark on a layer opens its problems; pressed again, it closes them. A press elsewhere closes them too. */
export const showProblems: Gesture = canvas => {
  onPress(canvas, '.problem-mark', (event, mark) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    const id = mark.closest<SVGElement>('.layer')!.dataset.layer!;
    canvas.actions.set({
      selection: [id],
      edge: undefined,
      popover: canvas.state.popover === id ? undefined : id,
    });
  });
};
