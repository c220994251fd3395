import type { Edge, Orientation, ViewState } from '../../state';
import type { Detail } from '../detail';
import { shownCards } from '../groups/shownCards';
import type { Point } from '../layout/layoutNode';
import type { CardSize } from './cardSize';
import { type Frame, framesOf } from './frames';
import { type Arrangement, laidOut, plain } from './laidOut';
import type { LayerCard } from './layerCard';
import { type TensorLabel, tensorLabel } from './tensorLabel';
import { withWeights } from './withWeights';

export interface SceneLayer {
  readonly card: LayerCard;
  readonly size: CardSize;
  /** Of the anchor. */
  readonly at: Point;
  /** Its place along the flow: the longest path to it. */
  readonly rank: number;
}

export interface SceneEdge {
  readonly key: string;
  /** The layers that it joins, be they drawn by themselves or in folded groups. */
  readonly ends: Edge;
  readonly from: SceneLayer;
  readonly to: SceneLayer;
  readonly through: readonly Point[];
  /** The shape of the tensor that runs along it. */
  readonly tensor: TensorLabel;
  /** Whether single neurons are joined: see `withWeights`. */
  readonly weighted: boolean;
  readonly selected: boolean;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the canvas shows, with sizes and places, whatever part of it is in view. */
export interface Scene {
  readonly orientation: Orientation;
  readonly detail: Detail;
  readonly layers: ReadonlyMap<string, SceneLayer>;
  readonly edges: readonly SceneEdge[];
  readonly bounds: Box;
  /** What stands for each layer of the network: itself, or the folded group that it is in. */
  readonly keyOf: ReadonlyMap<string, string>;
  /** Around groups that are open. */
  readonly frames: readonly Frame[];
}

/** The layers that something drawn stands for. */
export function idsOf({ card: { id, group } }: SceneLayer): readonly string[] {
  return group?.ids ?? [id];
}

type Drawn = Pick<ViewState, 'good' | 'snapshot' | 'data' | 'selection' | 'edge' | 'opened'>;

/** The scene of a state in an arrangement: by default one line to the right, with all detail. */
export function sceneOf(state: Drawn, arrangement: Arrangement = plain): Scene {
  const { orientation, detail } = arrangement;
  const { cards, open } = shownCards(state);
  const { layout, sizes } = laidOut(state, cards, arrangement);
  const layers = new Map<string, SceneLayer>();
  for (const card of cards) {
    const at = layout.positions.get(card.id)!;
    layers.set(card.id, { card, size: sizes.get(card.id)!, at, rank: layout.rankOf.get(card.id)! });
  }
  const inputsOf = new Map(state.good?.network.layers.map(({ id, inputs }) => [id, inputs]));
  const edges = layout.edges.map(({ from, to, through }) =>
    sceneEdge(layers.get(from)!, layers.get(to)!, through, state.edge, inputsOf),
  );
  const lineOf = (id: string) => {
    const rank = layout.rankOf.get(id);
    return rank === undefined ? undefined : layout.starts.filter(start => start <= rank).length;
  };
  const frames = framesOf(open, lineOf, id => {
    const layer = layers.get(id);
    return layer && boxOf(layer);
  });
  return {
    orientation,
    detail,
    layers,
    keyOf: new Map(cards.flatMap(({ id, group }) => (group?.ids ?? [id]).map(member => [member, id]))),
    frames,
    edges: detail === 'full' ? withWeights(edges, orientation) : edges,
    bounds: boundsOf([...layers.values()], edges),
  };
}

function sceneEdge(
  from: SceneLayer,
  to: SceneLayer,
  through: readonly Point[],
  selected: Edge | undefined,
  inputsOf: ReadonlyMap<string, readonly string[]>,
): SceneEdge {
  const ends = endsOf(from, to, inputsOf);
  return {
    key: `${from.card.id}\n${to.card.id}`,
    from,
    to,
    through,
    tensor: tensorLabel(from.card),
    weighted: false,
    ends,
    selected: selected?.from === ends.from && selected.to === ends.to,
  };
}

/** The layers that a connection joins: of folded groups, the first of those that it joins. */
function endsOf(from: SceneLayer, to: SceneLayer, inputsOf: ReadonlyMap<string, readonly string[]>): Edge {
  if (!from.card.group && !to.card.group) return { from: from.card.id, to: to.card.id };
  const sources = new Set(idsOf(from));
  for (const id of idsOf(to)) {
    const source = inputsOf.get(id)?.find(input => sources.has(input));
    if (source !== undefined) return { from: source, to: id };
  }
  return { from: idsOf(from).at(-1)!, to: idsOf(to)[0]! };
}

/** The scene with a layer elsewhere, and its edges following. */
export function withMoved(scene: Scene, id: string, at: Point): Scene {
  const layer = scene.layers.get(id);
  if (!layer) return scene;
  const layers = new Map(scene.layers).set(id, { ...layer, at });
  const edges = scene.edges.map(edge => {
    if (edge.from.card.id !== id && edge.to.card.id !== id) return edge;
    const from = layers.get(edge.from.card.id)!;
    const to = layers.get(edge.to.card.id)!;
    return { ...edge, from, to };
  });
  return { ...scene, layers, edges: scene.detail === 'full' ? withWeights(edges, scene.orientation) : edges };
}

function boundsOf(layers: readonly SceneLayer[], edges: readonly SceneEdge[]): Box {
  if (layers.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { at, size } of layers) {
    left = Math.min(left, at.x - size.extent.left);
    right = Math.max(right, at.x + size.extent.right);
    top = Math.min(top, at.y - size.extent.top);
    bottom = Math.max(bottom, at.y + size.extent.bottom);
  }
  for (const { x, y } of edges.flatMap(({ through }) => through)) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box of a layer's card in the drawing. */
export function boxOf({ at, size: { extent } }: SceneLayer): Box {
  return {
    x: at.x - extent.left,
    y: at.y - extent.top,
    width: extent.left + extent.right,
    height: extent.top + extent.bottom,
  };
}
