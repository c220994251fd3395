import { select } from 'd3';
import type { Actions, View, ViewState } from '../state';
import type { CanvasContext, Gesture, Overlay } from './canvasContext';
import { NAMED } from './detail';
import { drawPart, prepareDrawing } from './drawPart';
import { createMotion } from './motion';
import { revealSelection } from './revealSelection';
import { type Scene, withMoved } from './scene/scene';
import { keptShown } from './shown';
import { visiblePart } from './visiblePart';

const canvases = new WeakMap<HTMLElement, Canvas>();

interface Canvas {
  readonly context: CanvasContext;
  draw(state: ViewState): void;
}

/** What commands work on; undefined until the canvas was drawn into `root`. */
export function canvasContext(root: HTMLElement): CanvasContext | undefined {
  return canvases.get(root)?.context;
}

/** What is done on a canvas, and what lies over its drawing. */
interface Equipment {
  readonly gestures: readonly Gesture[];
  readonly overlays: readonly Overlay[];
}

/** The network, drawn. */
export function canvasWith(equipment: Equipment): View {
  return (root, state, actions) => {
    let instance = canvases.get(root);
    if (!instance) {
      instance = createCanvas(root, actions, equipment);
      canvases.set(root, instance);
    }
    instance.draw(state);
  };
}

function createCanvas(root: HTMLElement, actions: Actions, { gestures, overlays }: Equipment): Canvas {
  let focusWanted: 'revealed' | 'where it is' | undefined;
  const svg = select(root)
    .append('svg')
    .attr('class', 'canvas')
    .attr('role', 'listbox')
    .attr('aria-multiselectable', 'true');
  const drawing = prepareDrawing(svg);
  const shownFor = keptShown(() => sizeOf(root));
  const motion = createMotion(() => draw(actions.state));

  const context: CanvasContext = {
    root,
    svg,
    get state() {
      return actions.state;
    },
    get scene() {
      return shownFor(actions.state).scene;
    },
    sceneAt: zoom => shownFor(actions.state).sceneAt(zoom),
    actions,
    moved: undefined,
    clipboard: { text: undefined },
    focusSelection: (reveal = true) => {
      focusWanted = reveal ? 'revealed' : 'where it is';
      actions.set({});
    },
    viewport: () => shownFor(actions.state).viewport,
    size: () => sizeOf(root),
    toDrawing: (clientX, clientY) => {
      const box = root.getBoundingClientRect();
      const { x, y, k } = context.viewport();
      return { x: (clientX - box.left - x) / k, y: (clientY - box.top - y) / k };
    },
  };

  const draw = (state: ViewState) => {
    const { scene, viewport } = shownFor(state);
    svg.classed('broken', state.broken).attr('aria-label', canvasLabel(state, scene));
    // what is drawn is not in the text yet
    svg.attr('data-pending', state.pending.length > 0 ? '' : null);
    const size = context.size();
    svg.classed('far', viewport.k < NAMED);
    const zoom = String(Number(viewport.k.toFixed(3)));
    if (svg.style('--zoom') !== zoom) svg.style('--zoom', zoom);
    drawing.root.attr('transform', `translate(${viewport.x} ${viewport.y}) scale(${viewport.k})`);
    const { moved } = context;
    // what is dragged is where the pointer is, at once
    const shown = moved ? withMoved(scene, moved.id, moved.at) : motion.towards(scene);
    svg.classed('dragging', moved !== undefined);
    const part = visiblePart(shown, viewport, size, keptKeys(state, scene));
    drawPart(drawing, part, shown, moved?.id);
    keepOneTabbable(svg);
    if (focusWanted) {
      if (focusWanted === 'revealed') revealSelection(context);
      focusWanted = undefined;
      const options = svg.node()!;
      const wanted =
        options.querySelector<SVGElement>('.selected > [role=option]') ??
        options.querySelector<SVGElement>('[tabindex="0"]');
      wanted?.focus({ preventScroll: true });
    }
    for (const overlay of overlays) overlay(root, context);
  };

  new ResizeObserver(() => draw(actions.state)).observe(root);
  for (const gesture of gestures) gesture(context);
  return { context, draw };
}

const sizeOf = ({ clientWidth, clientHeight }: HTMLElement) => ({ width: clientWidth, height: clientHeight });

/** What is drawn also out of view: what has the focus, and what is selected, since the focus may go there. */
function keptKeys({ selection, edge }: ViewState, { keyOf }: Scene): Set<string> {
  const focused = document.activeElement?.closest<SVGElement>('[data-key]')?.dataset.key;
  const last = keyOf.get(selection.at(-1) ?? '');
  return new Set(
    [focused, last, edge && `${keyOf.get(edge.from)}\n${keyOf.get(edge.to)}`].filter(
      key => key !== undefined,
    ),
  );
}

/** Tab enters the canvas at one place: where the focus was, else at the selection, else at the first layer. */
function keepOneTabbable(svg: CanvasContext['svg']) {
  const root = svg.node()!;
  const focused = document.activeElement;
  const entry =
    focused?.getAttribute('role') === 'option' && root.contains(focused)
      ? focused
      : (root.querySelector('[role=option][aria-selected=true]') ?? root.querySelector('[role=option]'));
  for (const other of root.querySelectorAll('[role=option][tabindex="0"]')) {
    if (other !== entry) other.setAttribute('tabindex', '-1');
  }
  entry?.setAttribute('tabindex', '0');
}

function canvasLabel({ document: file, broken }: ViewState, { layers, keyOf }: Scene): string {
  const name = file?.name ?? 'network';
  const size = keyOf.size;
  const folded = [...layers.values()].filter(({ card }) => card.group).length;
  const groups = folded === 0 ? '' : `, ${folded} folded ${folded === 1 ? 'group' : 'groups'}`;
  const count = `${size} ${size === 1 ? 'layer' : 'layers'}${groups}`;
  return `Network ${name}, ${count}${broken ? ', the text has an error' : ''}`;
}
