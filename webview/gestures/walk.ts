import type { CanvasContext } from '../canvas/canvasContext';
import { idsOf, type Scene, type SceneLayer } from '../canvas/scene/scene';
import type { Edge, Orientation } from '../state';

type Direction = 'forward' | 'back' | 'before' | 'after';

const directions: Readonly<Record<Orientation, Readonly<Record<string, Direction>>>> = {
  horizontal: { ArrowRight: 'forward', ArrowLeft: 'back', ArrowUp: 'before', ArrowDown: 'after' },
  vertical: { ArrowDown: 'forward', ArrowUp: 'back', ArrowLeft: 'before', ArrowRight: 'after' },
};

/** Where an arrow leads: a layer or an edge. */
type Step = { readonly layer: string } | { readonly edge: Edge };

/**
 * Walks the graph: along the flow from layer to layer, across it to the layer beside. Where there is none beside, the
 * arrows across go to the connections: after the layer to the one it feeds by, before it to the one that feeds it.
 * Home and End go to the first layer and the last. Returns whether the key was one of these.
 */
export function walk(canvas: CanvasContext, key: string): boolean {
  const { scene, state, actions } = canvas;
  const keys = [...scene.layers.keys()];
  if (keys.length === 0) return false;
  let step: Step | undefined;
  if (key === 'Home') step = { layer: keys[0]! };
  else if (key === 'End') step = { layer: keys.at(-1)! };
  else {
    const direction = directions[scene.orientation][key];
    if (!direction) return false;
    const last = scene.keyOf.get(state.selection.at(-1) ?? '');
    step = state.edge
      ? fromEdge(scene, state.edge, direction)
      : last === undefined
        ? { layer: keys[0]! }
        : fromLayer(scene, last, direction);
  }
  if (step) {
    actions.set(
      'layer' in step
        ? { selection: idsOf(scene.layers.get(step.layer)!), edge: undefined }
        : { selection: [], edge: step.edge },
    );
    canvas.focusSelection();
  }
  return true;
}

function fromLayer(scene: Scene, id: string, direction: Direction): Step | undefined {
  const outputs = scene.edges.filter(edge => edge.from.card.id === id);
  const inputs = scene.edges.filter(edge => edge.to.card.id === id);
  if (direction === 'forward') return outputs[0] && { layer: outputs[0].to.card.id };
  if (direction === 'back') return inputs[0] && { layer: inputs[0].from.card.id };
  const beside = besides(scene, id, direction);
  if (beside) return { layer: beside.card.id };
  const edge = direction === 'after' ? outputs[0] : inputs[0];
  return edge && { edge: edge.ends };
}

function fromEdge({ edges, keyOf }: Scene, { from, to }: Edge, direction: Direction): Step {
  const [source, target] = [keyOf.get(from)!, keyOf.get(to)!];
  if (direction === 'forward') return { layer: target };
  if (direction === 'back') return { layer: source };
  // the next connection of the same layer, and in the end the layer itself
  const siblings = edges.filter(edge => edge.from.card.id === source);
  const at = siblings.findIndex(edge => edge.to.card.id === target);
  const next = siblings[at + (direction === 'after' ? 1 : -1)];
  return next ? { edge: next.ends } : { layer: source };
}

/** The nearest layer of the same rank, on one side. */
function besides({ layers, orientation }: Scene, id: string, direction: Direction): SceneLayer | undefined {
  const here = layers.get(id);
  if (!here) return undefined;
  const across = ({ at }: SceneLayer) => (orientation === 'horizontal' ? at.y : at.x);
  const sign = direction === 'after' ? 1 : -1;
  let nearest: SceneLayer | undefined;
  for (const layer of layers.values()) {
    const distance = (across(layer) - across(here)) * sign;
    if (layer === here || layer.rank !== here.rank || distance <= 0) continue;
    if (!nearest || distance < (across(nearest) - across(here)) * sign) nearest = layer;
  }
  return nearest;
}
