import type { Gesture } from '../canvas/canvasContext';

/**
 * As long as nobody has touched it, the network is kept fitted into the canvas. From the first press or key on, what is
 * seen stays where it is, so that nothing moves away under the pointer.
 */
export const stayPut: Gesture = canvas => {
  const stay = () => {
    if (canvas.state.viewport || canvas.scene.layers.size === 0) return;
    canvas.actions.set({ viewport: canvas.viewport() });
  };
  for (const type of ['pointerdown', 'keydown', 'wheel']) {
    canvas.svg.node()!.addEventListener(type, stay, { capture: true, passive: true });
  }
};
