import type { Selection } from 'd3';
import { iconGlyph } from '../../dom/iconGlyph';
import type { Orientation } from '../../state';
import { type Detail, isWritten } from '../detail';
import type { Group } from '../figures/figure';
import type { SceneEdge } from '../scene/scene';
import type { TensorLabel } from '../scene/tensorLabel';
import { edgeMiddle, edgePath, weightsPath } from './edgePath';
import { subscripted } from './subscripted';

/** How far a layer's handle reaches over its border, in pixels. */
const HANDLE = 12;

/**
 * Draws an edge: the wide invisible line that is hit; and into an empty group its line or its weights, the shape of the
 * tensor that runs along it, and a button that inserts a layer, seen while the edge is hovered or focused.
 */
export function drawEdge(
  target: Selection<SVGPathElement, unknown, null, undefined>,
  group: Group,
  edge: SceneEdge,
  orientation: Orientation,
  detail: Detail,
) {
  const path = edgePath(edge, orientation);
  // the handle that connections are dragged from lies free
  target.attr('d', edgePath(edge, orientation, HANDLE));
  if (!isWritten(detail)) {
    const line = group.append('path').attr('class', 'line').attr('d', path);
    if (detail === 'compact') line.attr('marker-end', 'url(#arrow)');
    return;
  }
  if (edge.weighted) group.append('path').attr('class', 'weights').attr('d', weightsPath(edge, orientation));
  else group.append('path').attr('class', 'line').attr('d', path).attr('marker-end', 'url(#arrow)');
  const { x, y } = edgeMiddle(edge, orientation);
  const middle = group.append('g').attr('class', 'middle').attr('transform', `translate(${x} ${y})`);
  const { width, height } = edge.tensor;
  const insert = middle.append('g').attr('class', 'insert');
  // where cards stand close the line itself has no room for the shape, which is on the card
  if (detail === 'full') {
    label(middle, edge.tensor);
    const beside = orientation === 'horizontal' ? `0 ${height / 2 + 12}` : `${width / 2 + 12} 0`;
    insert.attr('transform', `translate(${beside})`).raise();
  }
  insert.append('circle').attr('class', 'insert-target').attr('r', 16);
  insert.append('circle').attr('class', 'insert-button').attr('r', 10);
  insert.append('text').attr('class', 'icon').attr('y', 6).text(iconGlyph('add'));
}

/** The tensor's shape, symbols over numbers. */
function label(group: Group, { symbols, sizes, width, height }: TensorLabel) {
  if (!symbols) return;
  group
    .append('rect')
    .attr('class', 'label-back')
    .attr('x', -width / 2)
    .attr('y', -height / 2)
    .attr('width', width)
    .attr('height', height)
    .attr('rx', 6);
  const text = group.append('text').attr('class', 'shape');
  text.attr('y', sizes === undefined ? 4 : -4);
  subscripted(text, symbols, 'shape-symbols');
  if (sizes !== undefined) group.append('text').attr('class', 'shape shape-sizes').attr('y', 12).text(sizes);
}
