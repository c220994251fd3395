import { type Selection, select } from 'd3';
import type { Group } from './figures/figure';
import { drawEdge } from './marks/drawEdge';
import { drawLayer } from './marks/drawLayer';
import { layerLabel } from './scene/layerLabel';
import type { Scene, SceneEdge, SceneLayer } from './scene/scene';
import type { VisiblePart } from './visiblePart';

/** The groups that a scene is drawn into. */
export interface Drawing {
  readonly root: Group;
  readonly layers: Group;
  readonly edges: Group;
}

/** What was drawn last into an element, so that nothing is drawn twice. */
const drawn = new WeakMap<Element, string>();

/** Puts the groups into an empty SVG. */
export function prepareDrawing(svg: Selection<SVGSVGElement, unknown, null, undefined>): Drawing {
  svg
    .append('defs')
    .append('marker')
    .attr('id', 'arrow')
    .attr('viewBox', '0 0 8 8')
    .attr('refX', 8)
    .attr('refY', 4)
    .attr('markerWidth', 8)
    .attr('markerHeight', 8)
    .attr('orient', 'auto-start-reverse')
    .append('path')
    .attr('class', 'arrow')
    .attr('d', 'M1 1L7 4L1 7');
  const root = svg.append('g').attr('class', 'drawing').attr('role', 'presentation');
  return {
    root,
    layers: root.append('g').attr('class', 'layers').attr('role', 'presentation'),
    edges: root.append('g').attr('class', 'edges').attr('role', 'presentation'),
  };
}

/** Draws a part of a scene: elements stay the same for the same layer or edge, and only what changed is drawn anew. */
export function drawPart({ layers, edges }: Drawing, part: VisiblePart, scene: Scene) {
  drawLayers(layers, part.layers, scene);
  drawEdges(edges, part.edges, scene);
}

function drawLayers(group: Group, layers: readonly SceneLayer[], { orientation }: Scene) {
  group
    .selectChildren<SVGGElement, SceneLayer>('g')
    .data(layers, layer => layer.card.id)
    .join(enter => enter.append('g').attr('role', 'option').attr('tabindex', -1))
    .each(function (layer) {
      const { card, at } = layer;
      const element = select(this);
      element.attr('transform', `translate(${at.x} ${at.y})`);
      const look = JSON.stringify([
        orientation,
        layer.size,
        { ...card, layer: undefined, definition: undefined },
      ]);
      if (drawn.get(this) === look) return;
      drawn.set(this, look);
      element
        .attr('class', `layer ${card.role}`)
        .classed('selected', card.selected)
        .attr('data-key', card.id)
        .attr('data-layer', card.id)
        .attr('aria-selected', String(card.selected))
        .attr('aria-label', layerLabel(card));
      drawLayer(this, layer, orientation);
    });
}

function drawEdges(edgeGroup: Group, edges: readonly SceneEdge[], { orientation }: Scene) {
  const look = (edge: SceneEdge) =>
    JSON.stringify([
      orientation,
      edge.weighted,
      edge.tensor,
      edge.through,
      edge.from.at,
      edge.to.at,
      edge.from.size.extent,
      edge.to.size.extent,
      edge.from.card.output,
      edge.to.card.output,
    ]);
  edgeGroup
    .selectChildren<SVGGElement, SceneEdge>('g')
    .data(edges, edge => edge.key)
    .join(enter => enter.append('g').attr('role', 'option').attr('tabindex', -1))
    .each(function (edge) {
      select(this)
        .attr('class', edge.weighted ? 'edge weighted' : 'edge')
        .classed('selected', edge.selected)
        .attr('aria-selected', String(edge.selected));
      const now = look(edge);
      if (drawn.get(this) === now) return;
      drawn.set(this, now);
      select(this)
        .attr('data-key', edge.key)
        .attr('data-from', edge.from.card.id)
        .attr('data-to', edge.to.card.id)
        .attr(
          'aria-label',
          `Connection from ${edge.from.card.id} to ${edge.to.card.id}, ${edge.tensor.sizes ?? edge.tensor.symbols}`,
        );
      drawEdge(this, edge, orientation);
    });
}
