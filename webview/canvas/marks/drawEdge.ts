import { select } from 'd3';
import type { Orientation } from '../../state';
import type { Group } from '../figures/figure';
import type { SceneEdge } from '../scene/scene';
import { edgeMiddle, edgePath, weightsPath } from './edgePath';
import { subscripted } from './subscripted';

/** The line of an edge, or its weights, under the cards' text; and a wide invisible line to be hit. */
export function drawEdge(element: SVGGElement, edge: SceneEdge, orientation: Orientation) {
  const group: Group = select(element);
  group.selectChildren('*').remove();
  const path = edgePath(edge, orientation);
  if (edge.weighted) group.append('path').attr('class', 'weights').attr('d', weightsPath(edge, orientation));
  else group.append('path').attr('class', 'line').attr('d', path).attr('marker-end', 'url(#arrow)');
  group.append('path').attr('class', 'target').attr('d', path);
}

/** The shape of the tensor that runs along the edge. */
export function drawEdgeLabel(element: SVGGElement, edge: SceneEdge, orientation: Orientation) {
  const group: Group = select(element);
  group.selectChildren('*').remove();
  if (!edge.symbols) return;
  const { x, y } = edgeMiddle(edge, orientation);
  group.attr('transform', `translate(${x} ${y})`);
  const width = Math.max(edge.symbols.length, edge.sizes?.length ?? 0) * 5.8 + 12;
  const height = edge.sizes === undefined ? 20 : 34;
  group
    .append('rect')
    .attr('class', 'label-back')
    .attr('x', -width / 2)
    .attr('y', -height / 2)
    .attr('width', width)
    .attr('height', height)
    .attr('rx', 6);
  const symbols = group.append('text').attr('class', 'shape shape-symbols');
  symbols.attr('y', edge.sizes === undefined ? 4 : -3);
  subscripted(symbols, edge.symbols);
  if (edge.sizes !== undefined) {
    group.append('text').attr('class', 'shape shape-sizes').attr('y', 11).text(edge.sizes);
  }
}
