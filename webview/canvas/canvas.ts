import { type Selection, select } from 'd3';
import { gestures } from '../gestures';
import type { Actions, View, Viewport, ViewState } from '../state';
import type { CanvasContext } from './canvasContext';
import { fitViewport } from './fitViewport';
import { drawEdge } from './marks/drawEdge';
import { drawLayer } from './marks/drawLayer';
import { drawOverlays } from './overlays';
import { revealSelection } from './revealSelection';
import { layerLabel } from './scene/layerLabel';
import { type Scene, type SceneEdge, type SceneLayer, sceneOf } from './scene/scene';
import { visiblePart } from './visiblePart';

type Layer<E extends SVGElement, D = unknown> = Selection<E, D, null, undefined>;

/** What was drawn last into an element, so that nothing is drawn twice. */
const drawn = new WeakMap<Element, unknown>();
const canvases = new WeakMap<HTMLElement, Canvas>();

interface Canvas {
  readonly context: CanvasContext;
  draw(state: ViewState): void;
}

/** What commands work on; undefined until the canvas was drawn into `root`. */
export function canvasContext(root: HTMLElement): CanvasContext | undefined {
  return canvases.get(root)?.context;
}

/** The network, drawn. */
export const canvas: View = (root, state, actions) => {
  let instance = canvases.get(root);
  if (!instance) {
    instance = createCanvas(root, state, actions);
    canvases.set(root, instance);
  }
  instance.draw(state);
};

function createCanvas(root: HTMLElement, first: ViewState, actions: Actions): Canvas {
  let state = first;
  let scene: Scene = sceneOf(state);
  let focusWanted = false;
  const svg = select(root)
    .append('svg')
    .attr('class', 'canvas')
    .attr('role', 'listbox')
    .attr('aria-multiselectable', 'true');
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
  const drawing = svg.append('g').attr('class', 'drawing').attr('role', 'presentation');
  const layerGroup = drawing.append('g').attr('class', 'layers').attr('role', 'presentation');
  const edgeGroup = drawing.append('g').attr('class', 'edges').attr('role', 'presentation');

  const context: CanvasContext = {
    root,
    svg,
    get state() {
      return state;
    },
    get scene() {
      return scene;
    },
    actions,
    clipboard: { text: undefined },
    focusSelection: () => {
      focusWanted = true;
      actions.set({});
    },
    size: () => ({ width: root.clientWidth, height: root.clientHeight }),
    toDrawing: (clientX, clientY) => {
      const box = root.getBoundingClientRect();
      const { x, y, k } = state.viewport ?? { x: 0, y: 0, k: 1 };
      return { x: (clientX - box.left - x) / k, y: (clientY - box.top - y) / k };
    },
  };

  let drawnFrom: ViewState | undefined;
  const draw = (next: ViewState) => {
    state = next;
    if (!drawnFrom || sceneChanged(drawnFrom, next)) scene = sceneOf(next);
    drawnFrom = next;
    svg.classed('broken', next.broken).attr('aria-label', canvasLabel(next, scene));
    if (scene.layers.size === 0) {
      for (const group of [layerGroup, edgeGroup]) group.selectChildren('*').remove();
      return;
    }
    const size = context.size();
    if (!next.viewport && size.width > 0) {
      actions.set({ viewport: fitViewport(scene.bounds, size) });
      return;
    }
    const viewport: Viewport = next.viewport ?? { x: 0, y: 0, k: 1 };
    drawing.attr('transform', `translate(${viewport.x} ${viewport.y}) scale(${viewport.k})`);
    svg.attr('data-detail', viewport.k < 0.12 ? 'least' : viewport.k < 0.35 ? 'less' : 'full');
    const part = visiblePart(scene, viewport, size, keptKeys(next));
    drawLayers(layerGroup, part.layers, scene);
    drawEdges(edgeGroup, part.edges, scene);
    keepOneTabbable(svg);
    if (focusWanted) {
      focusWanted = false;
      revealSelection(context);
      (
        svg.select<SVGGElement>('.selected').node() ?? svg.select<SVGGElement>('[tabindex="0"]').node()
      )?.focus();
    }
    drawOverlays(root, context);
  };

  new ResizeObserver(() => draw(state)).observe(root);
  for (const gesture of gestures) gesture(context);
  return { context, draw };
}

/** What is drawn also out of view: what has the focus, and what is selected, since the focus may go there. */
function keptKeys({ selection, edge }: ViewState): Set<string> {
  const focused = (document.activeElement as SVGElement | null)?.dataset?.key;
  const last = selection.at(-1);
  return new Set([focused, last, edge && `${edge.from}\n${edge.to}`].filter(key => key !== undefined));
}

function sceneChanged(a: ViewState, b: ViewState): boolean {
  return (
    a.good !== b.good ||
    a.snapshot !== b.snapshot ||
    a.data !== b.data ||
    a.selection !== b.selection ||
    a.edge !== b.edge ||
    a.orientation !== b.orientation
  );
}

function drawLayers(group: Layer<SVGGElement>, layers: readonly SceneLayer[], { orientation }: Scene) {
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

function drawEdges(edgeGroup: Layer<SVGGElement>, edges: readonly SceneEdge[], { orientation }: Scene) {
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

/** Tab enters the canvas at one place: where the focus was, else at the selection, else at the first layer. */
function keepOneTabbable(svg: Layer<SVGSVGElement>) {
  const options = svg.selectAll<SVGGElement, unknown>('[role=option]');
  if (options.empty()) return;
  const nodes = options.nodes();
  const entry =
    nodes.find(node => node === document.activeElement) ??
    nodes.find(node => node.getAttribute('aria-selected') === 'true') ??
    nodes[0];
  options.attr('tabindex', (_, i) => (nodes[i] === entry ? 0 : -1));
}

function canvasLabel({ document: file, broken }: ViewState, { layers }: Scene): string {
  const name = file?.name ?? 'network';
  const count = `${layers.size} ${layers.size === 1 ? 'layer' : 'layers'}`;
  return `Network ${name}, ${count}${broken ? ', the text has an error' : ''}`;
}
