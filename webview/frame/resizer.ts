import { part } from '../dom/part';
import { followDrag } from '../gestures/press';
import type { View } from '../state';

const SMALLEST = { width: 240, height: 160 };
const STEP = 16;

/** The border of the panel, drawn into it: dragged, or moved with the arrow keys. */
export const resizer: View = (root, state, actions) => {
  const bar = part(root, 'div', 'resizer')!;
  const frame = root.parentElement!;
  const below = getComputedStyle(frame).flexDirection === 'column';
  const smallest = below ? SMALLEST.height : SMALLEST.width;
  const largest = Math.max(smallest, (below ? frame.clientHeight : frame.clientWidth) - 160);
  const size = below ? state.panelHeight : state.panelSize;
  const resize = (wanted: number) => {
    const next = Math.round(Math.min(largest, Math.max(smallest, wanted)));
    actions.set(below ? { panelHeight: next } : { panelSize: next });
  };
  bar
    .attr('role', 'separator')
    .attr('tabindex', 0)
    .attr('aria-label', 'Size of the panel')
    .attr('aria-orientation', below ? 'horizontal' : 'vertical')
    .attr('aria-valuemin', smallest)
    .attr('aria-valuemax', largest)
    .attr('aria-valuenow', Math.min(size, largest))
    .on('pointerdown', (press: PointerEvent) => {
      press.preventDefault();
      followDrag(press, {
        move: ({ clientX, clientY }) =>
          resize(size + (below ? press.clientY - clientY : press.clientX - clientX)),
        end: (_, kept) => !kept && resize(size),
      });
    })
    .on('keydown', (event: KeyboardEvent) => {
      const grow = below ? 'ArrowUp' : 'ArrowLeft';
      const shrink = below ? 'ArrowDown' : 'ArrowRight';
      if (event.key !== grow && event.key !== shrink) return;
      event.preventDefault();
      resize(size + (event.key === grow ? STEP : -STEP));
    });
};
