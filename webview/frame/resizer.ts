import { followDrag } from '../gestures/press';
import type { View } from '../state';
import { part } from './part';

const SMALLEST = 240;
const STEP = 16;

/** The border of the panel, drawn into it: dragged, or moved with the arrow keys. */
export const resizer: View = (root, state, actions) => {
  const bar = part(root, 'div', 'resizer')!;
  const frame = root.parentElement!;
  const below = getComputedStyle(frame).flexDirection === 'column';
  const largest = Math.max(SMALLEST, (below ? frame.clientHeight : frame.clientWidth) - 160);
  const resize = (size: number) =>
    actions.set({ panelSize: Math.round(Math.min(largest, Math.max(SMALLEST, size))) });
  bar
    .attr('role', 'separator')
    .attr('tabindex', 0)
    .attr('aria-label', 'Size of the panel')
    .attr('aria-orientation', below ? 'horizontal' : 'vertical')
    .attr('aria-valuemin', SMALLEST)
    .attr('aria-valuemax', largest)
    .attr('aria-valuenow', Math.min(state.panelSize, largest))
    .on('pointerdown', (press: PointerEvent) => {
      press.preventDefault();
      const { panelSize } = state;
      followDrag(press, {
        move: ({ clientX, clientY }) =>
          resize(panelSize + (below ? press.clientY - clientY : press.clientX - clientX)),
        end: (_, kept) => !kept && resize(panelSize),
      });
    })
    .on('keydown', (event: KeyboardEvent) => {
      const grow = below ? 'ArrowUp' : 'ArrowLeft';
      const shrink = below ? 'ArrowDown' : 'ArrowRight';
      if (event.key !== grow && event.key !== shrink) return;
      event.preventDefault();
      resize(state.panelSize + (event.key === grow ? STEP : -STEP));
    });
};
