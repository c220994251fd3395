import type { Edge, Orientation, ViewState } from '../../state';
import { figureOf } from '../figures';
import { layoutNetwork } from '../layout/layoutNetwork';
import type { Point } from '../layout/layoutNode';
import { type CardSize, cardSize } from './cardSize';
import type { LayerCard } from './layerCard';
import { layerCards } from './layerCards';
import { type TensorLabel, tensorLabel } from './tensorLabel';
import { withWeights } from './withWeights';

export interface SceneLayer {
  readonly card: LayerCard;
  readonly size: CardSize;
  /** Of the anchor. */
  readonly at: Point;
}

export interface SceneEdge {
  readonly key: string;
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
  readonly layers: ReadonlyMap<string, SceneLayer>;
  readonly edges: readonly SceneEdge[];
  readonly bounds: Box;
}

const RANK_GAP = { horizontal: 104, vertical: 72 };
const GAP = 40;
/** On both sides of an edge's label together. */
const LABEL_ROOM = 32;

type Drawn = Pick<ViewState, 'good' | 'snapshot' | 'data' | 'selection' | 'edge' | 'orientation'>;

export function sceneOf(state: Drawn): Scene {
  const { orientation } = state;
  const cards = layerCards(state);
  const band = isChain(cards) ? commonBand(cards) : 0;
  const sizes = new Map(cards.map(card => [card.id, cardSize(card, orientation, band)]));
  const layout = layoutNetwork(
    cards.map(card => ({
      id: card.id,
      inputs: card.layer.inputs,
      extent: sizes.get(card.id)!.extent,
      label: orientation === 'horizontal' ? tensorLabel(card).width + LABEL_ROOM : 0,
    })),
    {
      orientation,
      rankGap: RANK_GAP[orientation],
      gap: GAP,
      pinned: state.good?.network.positions ?? new Map(),
    },
  );
  const layers = new Map<string, SceneLayer>();
  for (const card of cards) {
    layers.set(card.id, { card, size: sizes.get(card.id)!, at: layout.positions.get(card.id)! });
  }
  const edges = layout.edges.map(({ from, to, through }) =>
    sceneEdge(layers.get(from)!, layers.get(to)!, through, state.edge),
  );
  return {
    orientation,
    layers,
    edges: withWeights(edges, orientation),
    bounds: boundsOf([...layers.values()]),
  };
}

function sceneEdge(
  from: SceneLayer,
  to: SceneLayer,
  through: readonly Point[],
  selected: Edge | undefined,
): SceneEdge {
  return {
    key: `${from.card.id}\n${to.card.id}`,
    from,
    to,
    through,
    tensor: tensorLabel(from.card),
    weighted: false,
    selected: selected?.from === from.card.id && selected.to === to.card.id,
  };
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
  return { ...scene, layers, edges: withWeights(edges, scene.orientation) };
}

/** Whether every layer feeds the next and no other: then all cards are level. */
function isChain(cards: readonly LayerCard[]): boolean {
  return cards.every(
    ({ layer }, i) => layer.inputs.length <= 1 && (i === 0 || layer.inputs[0] === cards[i - 1]!.id),
  );
}

function commonBand(cards: readonly LayerCard[]): number {
  return Math.max(0, ...cards.map(card => figureOf(card).size(card).across));
}

function boundsOf(layers: readonly SceneLayer[]): Box {
  if (layers.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { at, size } of layers) {
    left = Math.min(left, at.x - size.extent.left);
    right = Math.max(right, at.x + size.extent.right);
    top = Math.min(top, at.y - size.extent.top);
    bottom = Math.max(bottom, at.y + size.extent.bottom);
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
