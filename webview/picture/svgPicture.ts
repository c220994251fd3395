import { select } from 'd3';
import { drawPart, prepareDrawing } from '../canvas/drawPart';
import type { Scene } from '../canvas/scene/scene';
import { inlineStyles } from './inlineStyles';

const MARGIN = 32;
/** Only for the pointer, or in a font that other programs don't have. */
const leftOut = '.target, .handle, .insert, .step, .icon, .problem-mark, title';

/** The whole drawing as an SVG by itself: colours of the present theme, fonts by name, nothing selected. */
export function svgPicture(scene: Scene, title: string): string {
  const { bounds } = scene;
  const [x, y] = [bounds.x - MARGIN, bounds.y - MARGIN];
  const [width, height] = [bounds.width + 2 * MARGIN, bounds.height + 2 * MARGIN];
  const svg = select(document.body).append('svg').attr('class', 'canvas picture');
  const element = svg.node()!;
  drawPart(
    prepareDrawing(svg),
    {
      layers: [...scene.layers.values()].map(plain),
      edges: scene.edges.map(edge => ({ ...edge, selected: false })),
    },
    scene,
  );
  for (const part of element.querySelectorAll(leftOut)) part.remove();
  // where the icon was
  svg.selectAll('.header text').attr('x', 0);
  const paper = getComputedStyle(document.body).backgroundColor;
  svg
    .insert('rect', ':first-child')
    .attr('x', x)
    .attr('y', y)
    .attr('width', width)
    .attr('height', height)
    .style('fill', paper);
  inlineStyles(element);
  svg
    .attr('xmlns', 'http://www.w3.org/2000/svg')
    .attr('width', width)
    .attr('height', height)
    .attr('viewBox', `${x} ${y} ${width} ${height}`);
  svg.insert('title', ':first-child').text(title);
  const text = new XMLSerializer().serializeToString(element);
  element.remove();
  return `${text}\n`;
}

function plain<L extends { readonly card: object }>(layer: L): L {
  return { ...layer, card: { ...layer.card, selected: false } };
}
