import type { Overlay } from '../canvas/canvasContext';
import { boxOf, type Scene } from '../canvas/scene/scene';
import { part } from '../dom/part';
import type { Viewport } from '../state';

/** In CSS pixels. */
const WIDTH = 184;
const HEIGHT = 112;
const MARGIN = 6;
/** Of fewer layers one sees where one is. */
const MANY = 30;

/**
 * A large network from far away, and the part of it that is in view, where that isn't all of it. A press or a drag goes there.
 * Only for the pointer: keys go by the layers.
 */
export const minimap: Overlay = (root, canvas) => {
  const { scene, size, viewport } = canvas;
  const now = viewport();
  const shown = scene.layers.size > MANY && !isAllInView(scene, now, size());
  const box = part(root, 'div', 'minimap', shown);
  if (!box) return;
  if (box.selectChild('canvas').empty()) {
    box.attr('aria-hidden', 'true');
    box
      .append('canvas')
      .attr('width', WIDTH * 2)
      .attr('height', HEIGHT * 2);
    box.append('div').attr('class', 'minimap-view');
    const go = ({ clientX, clientY }: PointerEvent) => {
      const place = box.node()!.getBoundingClientRect();
      const { k, x, y } = mapOf(canvas.scene);
      const at = { x: (clientX - place.left - x) / k, y: (clientY - place.top - y) / k };
      const { width, height } = canvas.size();
      const zoom = canvas.viewport().k;
      canvas.actions.set({ viewport: { x: width / 2 - at.x * zoom, y: height / 2 - at.y * zoom, k: zoom } });
    };
    box
      .on('pointerdown', (event: PointerEvent) => {
        event.preventDefault();
        event.stopPropagation();
        box.node()!.setPointerCapture(event.pointerId);
        go(event);
      })
      .on('pointermove', (event: PointerEvent) => event.buttons > 0 && go(event));
  }
  const drawing = box.selectChild<HTMLCanvasElement>('canvas').node()!;
  const map = mapOf(scene);
  if (drawn.get(drawing) !== scene) {
    drawn.set(drawing, scene);
    drawMap(drawing, scene, map);
  }
  const { width, height } = size();
  const view = {
    left: (-now.x / now.k) * map.k + map.x,
    top: (-now.y / now.k) * map.k + map.y,
    width: (width / now.k) * map.k,
    height: (height / now.k) * map.k,
  };
  box
    .selectChild('.minimap-view')
    .style('translate', `${view.left}px ${view.top}px`)
    .style('width', `${view.width}px`)
    .style('height', `${view.height}px`);
};

const drawn = new WeakMap<HTMLCanvasElement, Scene>();

/** Where the drawing lies in the map. */
export function mapOf({ bounds }: Pick<Scene, 'bounds'>): Viewport {
  const k = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(1, bounds.width),
    (HEIGHT - 2 * MARGIN) / Math.max(1, bounds.height),
  );
  return {
    x: (WIDTH - bounds.width * k) / 2 - bounds.x * k,
    y: (HEIGHT - bounds.height * k) / 2 - bounds.y * k,
    k,
  };
}

function drawMap(element: HTMLCanvasElement, scene: Scene, { x, y, k }: Viewport) {
  const pen = element.getContext('2d');
  if (!pen) return;
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim() || 'gray';
  const colors = { input: color('--input'), hidden: color('--hidden'), output: color('--output') };
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, element.width, element.height);
  pen.setTransform(2 * k, 0, 0, 2 * k, 2 * x, 2 * y);
  for (const layer of scene.layers.values()) {
    const box = boxOf(layer);
    pen.fillStyle = colors[layer.card.role];
    pen.fillRect(box.x, box.y, Math.max(box.width, 2 / k), Math.max(box.height, 2 / k));
  }
}

function isAllInView(
  { bounds }: Scene,
  { x, y, k }: Viewport,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const [left, top] = [bounds.x * k + x, bounds.y * k + y];
  return (
    left >= -1 && top >= -1 && left + bounds.width * k <= width + 1 && top + bounds.height * k <= height + 1
  );
}
