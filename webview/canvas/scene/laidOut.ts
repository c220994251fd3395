import type { Orientation, ViewState } from '../../state';
import type { Detail } from '../detail';
import { figureOf } from '../figures';
import type { Group } from '../groups/groupsOf';
import { pinnedCards } from '../groups/pinnedCards';
import { groupsShown } from '../groups/shownCards';
import { type Layout, layoutNetwork } from '../layout/layoutNetwork';
import { breakIntoLines, mayBegin } from '../layout/lines';
import { besideCard, commonRoom } from './besideCard';
import { type CardSize, cardSize } from './cardSize';
import { headingOf } from './frames';
import type { LayerCard } from './layerCard';
import { compactCard, compactWidth, dotCard } from './smallCard';
import { tensorLabel } from './tensorLabel';

/** How a network is laid out: which way it flows, with how much of each layer, and where it is broken into lines. */
export interface Arrangement {
  readonly orientation: Orientation;
  readonly detail: Detail;
  /** Ids of layers that begin a line. Those where a line can't begin count for nothing. */
  readonly breaks: ReadonlySet<string>;
}

export const plain: Arrangement = { orientation: 'horizontal', detail: 'full', breaks: new Set() };

const RANK_GAP: Readonly<Record<Detail, Readonly<Record<Orientation, number>>>> = {
  full: { horizontal: 104, vertical: 72 },
  beside: { horizontal: 44, vertical: 40 },
  compact: { horizontal: 44, vertical: 36 },
  dot: { horizontal: 28, vertical: 24 },
};
const GAP: Readonly<Record<Detail, number>> = { full: 40, beside: 24, compact: 24, dot: 20 };
/** Between two lines: room for the edges that go on, and at full detail for the label on them. */
export const LINE_GAP: Readonly<Record<Detail, Readonly<Record<Orientation, number>>>> = {
  full: { horizontal: 72, vertical: 128 },
  beside: { horizontal: 36, vertical: 36 },
  compact: { horizontal: 44, vertical: 44 },
  dot: { horizontal: 28, vertical: 32 },
};
/** On both sides of an edge's label together. */
const LABEL_ROOM = 32;

interface Laid {
  readonly layout: Layout;
  readonly sizes: ReadonlyMap<string, CardSize>;
}

/** Layouts by what they come from: what is selected, or wrong, moves nothing. */
const kept = new WeakMap<object, { readonly data: unknown; readonly laid: Map<string, Laid> }>();

type Source = Pick<ViewState, 'good' | 'data'>;

/** The network in one line, and the sizes of its cards. */
export function laidInOneLine(
  { good, data }: Source,
  cards: readonly LayerCard[],
  { orientation, detail }: Pick<Arrangement, 'orientation' | 'detail'>,
): Laid {
  const source = good ?? {};
  let known = kept.get(source);
  if (!known || known.data !== data) kept.set(source, (known = { data, laid: new Map() }));
  const folded = cards.flatMap(({ id, group }) => (group ? [id] : []));
  const key = [orientation, detail, ...folded].join('\n\n');
  let laid = known.laid.get(key);
  if (!laid) {
    const open = groupsShown({ good }).groups.filter(group => !folded.includes(group.key));
    const pinned = pinnedCards(cards, good?.network.positions);
    known.laid.set(key, (laid = lay(cards, open, orientation, detail, pinned)));
  }
  return laid;
}

function lay(
  cards: readonly LayerCard[],
  open: readonly Group[],
  orientation: Orientation,
  detail: Detail,
  pinned: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): Laid {
  const sizes = sizesOf(cards, orientation, detail);
  // what is pinned stands where it does among cards with all their detail, so those keep their room
  const isPinned = pinned.size > 0;
  const rooms = isPinned && detail !== 'full' ? sizesOf(cards, orientation, 'full') : sizes;
  const spaced = isPinned ? 'full' : detail;
  // a frame begins with the layers that nothing else in it feeds
  const members = new Map(open.flatMap(group => group.ids.map(id => [id, group] as const)));
  const begins = ({ id, layer }: LayerCard) =>
    members.has(id) && !layer.inputs.some(input => members.get(input) === members.get(id));
  const layout = layoutNetwork(
    cards.map(card => ({
      id: card.id,
      inputs: card.layer.inputs,
      extent: rooms.get(card.id)!.extent,
      label: orientation === 'horizontal' && spaced === 'full' ? tensorLabel(card).width + LABEL_ROOM : 0,
      heading: begins(card) ? headingOf(detail) : 0,
    })),
    { orientation, rankGap: RANK_GAP[spaced][orientation], gap: GAP[spaced], pinned },
  );
  return { layout, sizes };
}

/** The network as it is arranged, and the sizes of its cards. */
export function laidOut(source: Source, cards: readonly LayerCard[], arrangement: Arrangement): Laid {
  const { layout, sizes } = laidInOneLine(source, cards, arrangement);
  const { breaks, orientation, detail } = arrangement;
  const starts = new Set([0]);
  for (const id of breaks) {
    const rank = layout.rankOf.get(id);
    if (rank !== undefined && mayBegin(layout, rank)) starts.add(rank);
  }
  const lines = [...starts].sort((a, b) => a - b);
  return { layout: breakIntoLines(layout, lines, LINE_GAP[detail][orientation], orientation), sizes };
}

function sizesOf(
  cards: readonly LayerCard[],
  orientation: Orientation,
  detail: Detail,
): Map<string, CardSize> {
  const band = detail === 'full' && isChain(cards) ? commonBand(cards) : 0;
  const room = detail === 'beside' ? commonRoom(cards) : undefined;
  const width = detail === 'compact' ? Math.max(0, ...cards.map(compactWidth)) : 0;
  const sizeOf = (card: LayerCard) => {
    if (detail === 'full') return cardSize(card, orientation, band);
    if (room) return besideCard(card, room);
    return detail === 'compact' ? compactCard(card, width) : dotCard(card, orientation);
  };
  return new Map(cards.map(card => [card.id, sizeOf(card)]));
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
