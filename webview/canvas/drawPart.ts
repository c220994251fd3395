import { type EnterElement, type Selection, select } from 'd3';
import type { Detail } from './detail';
import type { Group } from './figures/figure';
import { drawEdge } from './marks/drawEdge';
import { drawFrames } from './marks/drawFrames';
import { drawLayer } from './marks/drawLayer';
import { layerLabel } from './scene/layerLabel';
import type { Scene, SceneEdge, SceneLayer } from './scene/scene';
import type { VisiblePart } from './visiblePart';

/** The groups that a scene is drawn into. */
export interface Drawing {
  readonly root: Group;
  readonly frames: Group;
  readonly layers: Group;
  readonly edges: Group;
}

/** What was drawn last into an element, so that nothing is drawn twice: the very object, or what it looked like. */
const drawnFrom = new WeakMap<Element, object>();
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
    frames: root.append('g').attr('class', 'frames').attr('role', 'presentation'),
    layers: root.append('g').attr('class', 'layers').attr('role', 'presentation'),
    edges: root.append('g').attr('class', 'edges').attr('role', 'presentation'),
  };
}

/** Draws a part of a scene: elements stay the same for the same layer or edge, and only what changed is drawn anew. */
export function drawPart(
  { frames, layers, edges }: Drawing,
  part: VisiblePart,
  scene: Scene,
  dragged?: string,
) {
  drawFrames(frames, scene.frames, scene.detail);
  // the names of dots lie over all edges
  onTop(layers, edges, dragged !== undefined || scene.detail === 'dot');
  const rest = part.layers.filter(({ card }) => card.id !== dragged);
  const top = part.layers.filter(({ card }) => card.id === dragged);
  drawLayers(layers, [...rest, ...top], scene);
  drawEdges(edges, part.edges, scene);
}

/** Edges run over the cards, from neuron to neuron; but a card that is dragged lies over all else. */
function onTop(layers: Group, edges: Group, dragging: boolean) {
  // it is the edges that are moved, since an element that is moved loses the focus and the pointer
  const [first, second] = dragging ? [edges, layers] : [layers, edges];
  const wrong = first.node()!.compareDocumentPosition(second.node()!) & Node.DOCUMENT_POSITION_PRECEDING;
  if (!wrong) return;
  if (dragging) layers.node()!.before(edges.node()!);
  else layers.node()!.after(edges.node()!);
}

/** Whether `element` shows something else than `what` at this detail. */
function isStale(element: Element, what: object, detail: Detail): boolean {
  if (drawnFrom.get(element) === what && (element as SVGElement).dataset.detail === detail) return false;
  drawnFrom.set(element, what);
  (element as SVGElement).dataset.detail = detail;
  return true;
}

function looksOther(element: Element, look: unknown): boolean {
  const now = JSON.stringify(look);
  if (drawn.get(element) === now) return false;
  drawn.set(element, now);
  return true;
}

/**
 * A layer or an edge: the shape that is hit and has the focus, and stays the same while the layer changes; and what is
 * drawn over it, hidden from screen readers, since the label of the shape says it better.
 */
function enterItem<D>(enter: EnterItems<D>, shape: 'rect' | 'path', name: string) {
  const item = enter.append('g').attr('role', 'presentation');
  item.append(shape).attr('class', name).attr('role', 'option').attr('tabindex', -1);
  item.append('g').attr('class', 'content').attr('aria-hidden', 'true');
  return item;
}

type EnterItems<D> = Selection<EnterElement, D, SVGGElement, unknown>;

/** The emptied group of what is drawn over an item. */
function content(item: Group): Group {
  const group = item.selectChild<SVGGElement>('.content');
  group.selectChildren('*').remove();
  return group as Group;
}

function drawLayers(group: Group, layers: readonly SceneLayer[], { orientation, detail }: Scene) {
  group
    .selectChildren<SVGGElement, SceneLayer>('g')
    .data(layers, layer => layer.card.id)
    .join(enter => enterItem(enter, 'rect', 'card'))
    .each(function (layer) {
      if (!isStale(this, layer, detail)) return;
      const { card, at, size } = layer;
      const element = select(this)
        .attr('transform', `translate(${at.x} ${at.y})`)
        .attr(
          'class',
          card.selected
            ? `layer ${card.role}${card.group ? ' group' : ''} selected`
            : `layer ${card.role}${card.group ? ' group' : ''}`,
        )
        .attr('data-kind', card.definition?.kind ?? null);
      const option = element
        .selectChild<SVGRectElement>('.card')
        .attr('aria-selected', String(card.selected));
      const shown = { ...card, layer: undefined, definition: undefined, selected: undefined };
      if (!looksOther(this, [orientation, detail, size, shown])) return;
      element.attr('data-key', card.id).attr('data-layer', card.id);
      option.attr('aria-label', layerLabel(card));
      drawLayer(option, content(element), layer, orientation, detail);
    });
}

function drawEdges(group: Group, edges: readonly SceneEdge[], { orientation, detail }: Scene) {
  group
    .selectChildren<SVGGElement, SceneEdge>('g')
    .data(edges, edge => edge.key)
    .join(enter => enterItem(enter, 'path', 'target'))
    .each(function (edge) {
      if (!isStale(this, edge, detail)) return;
      const { from, to, weighted, tensor, through, selected, ends: joined } = edge;
      const element = select(this).attr(
        'class',
        `edge${weighted ? ' weighted' : ''}${selected ? ' selected' : ''}`,
      );
      const option = element.selectChild<SVGPathElement>('.target').attr('aria-selected', String(selected));
      const ends = [from, to].map(({ at, size, card }) => [at, size.extent, card.output]);
      if (!looksOther(this, [orientation, detail, weighted, tensor, through, ends])) return;
      element.attr('data-key', edge.key).attr('data-from', joined.from).attr('data-to', joined.to);
      option.attr('aria-label', edgeLabel(edge));
      drawEdge(option, content(element), edge, orientation, detail);
    });
}

function edgeLabel({ ends: { from, to }, tensor }: SceneEdge): string {
  const shape = tensor.sizes ?? tensor.symbols;
  return `Connection from ${from} to ${to}${shape && `, ${shape}`}`;
}
