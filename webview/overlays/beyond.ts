import type { Overlay } from '../canvas/canvasContext';
import { boxOf, type Scene } from '../canvas/scene/scene';
import { icon, part } from '../dom/part';
import type { Viewport } from '../state';

export type Side = 'left' | 'right' | 'above' | 'below';

const chevrons: readonly (readonly [Side, string])[] = [
  ['left', 'chevron-left'],
  ['right', 'chevron-right'],
  ['above', 'chevron-up'],
  ['below', 'chevron-down'],
];

/** At each edge of the canvas how many layers lie beyond it. Only a sign: keys and screen readers go by the layers. */
export const beyond: Overlay = (root, { scene, viewport, size }) => {
  const counts = beyondOf(scene, viewport(), size());
  for (const [side, chevron] of chevrons) {
    const count = counts[side];
    const sign = part(root, 'div', `beyond-${side}`, count > 0);
    if (!sign) continue;
    if (sign.selectChild('span').empty()) {
      sign.attr('aria-hidden', 'true');
      icon(sign, chevron);
      sign.append('span').attr('class', 'count');
    }
    const text = `${count.toLocaleString('en')} more`;
    const words = sign.select('.count');
    if (words.text() !== text) words.text(text);
  }
};

/** How many layers lie wholly beyond each edge of a window. */
export function beyondOf(
  { layers }: Scene,
  { x, y, k }: Viewport,
  { width, height }: { readonly width: number; readonly height: number },
): Record<Side, number> {
  const counts = { left: 0, right: 0, above: 0, below: 0 };
  if (width === 0 || height === 0) return counts;
  for (const layer of layers.values()) {
    const box = boxOf(layer);
    if ((box.x + box.width) * k + x <= 0) counts.left++;
    else if (box.x * k + x >= width) counts.right++;
    else if ((box.y + box.height) * k + y <= 0) counts.above++;
    else if (box.y * k + y >= height) counts.below++;
  }
  return counts;
}
