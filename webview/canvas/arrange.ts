import type { Orientation, Viewport, ViewState } from '../state';
import { type Detail, detailAt, FULL, NAMED } from './detail';
import { pinnedCards } from './groups/pinnedCards';
import { shownCards } from './groups/shownCards';
import { lineStarts, roomOf, TURNS } from './layout/lines';
import { type Arrangement, LINE_GAP, laidInOneLine } from './scene/laidOut';
import { type Scene, sceneOf } from './scene/scene';
import { LARGEST_FIT } from './zoomRange';

export interface Arranged {
  readonly arrangement: Arrangement;
  readonly scene: Scene;
  readonly viewport: Viewport;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Zooms in steps, so that a small change of the network leaves the zoom, and with it every place, as it is. */
const STEPS: readonly number[] = [
  LARGEST_FIT,
  1.12,
  ...Array.from({ length: 12 }, (_, i) => 2 ** (-i / 8)).concat(NAMED + 0.005),
];

/** Around the network, in CSS pixels. */
const MARGIN = 24;
/** What lies over the lower edge of the canvas: the zoom, and how many problems there are. */
const BAR = 32;

type Shown = Pick<ViewState, 'good' | 'snapshot' | 'data' | 'selection' | 'edge' | 'flow' | 'opened'>;

/**
 * How a network is shown before anybody chose: as large as it can be, to the right or down, in one line or in several; and
 * where it would have to be too small to read, with less of each layer. A network too large even for dots with their names
 * is shown from its beginning. Where nothing decides, it flows as it did.
 */
export function arrange(state: Shown, window: Size, before?: Orientation): Arranged {
  const { cards } = shownCards(state);
  const flow = state.good?.network.flow ?? state.flow;
  const directions: readonly Orientation[] =
    flow !== 'auto'
      ? [flow]
      : before === 'vertical'
        ? ['vertical', 'horizontal']
        : ['horizontal', 'vertical'];

  const height = window.height - BAR;
  const isPinned = pinnedCards(cards, state.good?.network.positions).size > 0;
  // many zooms have the same detail
  const pinnedRooms = new Map<string, ReturnType<typeof pinnedRoom>>();
  const roomOfPinned = (orientation: Orientation, detail: Detail) => {
    const key = `${orientation} ${detail}`;
    let room = pinnedRooms.get(key);
    if (!room) {
      const scene = sceneOf(state, { orientation, detail, breaks: new Set() });
      pinnedRooms.set(key, (room = pinnedRoom(scene, orientation === 'horizontal')));
    }
    return room;
  };
  const tried = (k: number, detail: Detail, orientation: Orientation, wraps: boolean) => {
    const { layout } = laidInOneLine(state, cards, { orientation, detail });
    const horizontal = orientation === 'horizontal';
    const along = ((horizontal ? window.width : height) - 2 * MARGIN) / k;
    const across = ((horizontal ? height : window.width) - 2 * MARGIN) / k;
    const fitting = (starts: readonly number[]) => {
      const room = isPinned
        ? roomOfPinned(orientation, detail)
        : roomOf(layout, starts, LINE_GAP[detail][orientation]);
      const breaks = new Set(starts.slice(1).map(rank => firstOf(layout.rankOf, rank)));
      return {
        arrangement: { orientation, detail, breaks },
        fits: room.along <= along && room.across <= across,
      };
    };
    if (!wraps) return fitting([0]);
    // how much of a line's length edges take shows where it ends
    const ways = TURNS.map(room => fitting(lineStarts(layout, along - room)));
    return ways.find(({ fits }) => fits) ?? ways[0]!;
  };

  const near = STEPS.filter(k => k >= FULL);
  const views: readonly (readonly [k: number, detail: Detail])[] = [
    ...near.map(k => [k, 'full'] as const),
    // what is pinned keeps the room of cards with their figures in the middle
    ...(isPinned ? [] : near.map(k => [k, 'beside'] as const)),
    ...STEPS.slice(near.length).map(k => [k, detailAt(k)] as const),
  ];
  for (const [k, detail] of views) {
    // one line, where it is large as it is; else whatever is larger
    const oneLine = (detail === 'full' && k >= 1) || flow !== 'auto';
    for (const wraps of oneLine ? [false] : [false, true]) {
      for (const orientation of k > 1 ? directions.slice(0, 1) : directions) {
        const { arrangement, fits } = tried(k, detail, orientation, wraps);
        if (fits) return shown(state, arrangement, k, window);
      }
    }
  }
  const [k, detail] = views.at(-1)!;
  return shown(state, tried(k, detail, directions[0]!, flow === 'auto').arrangement, k, window);
}

/** In the middle where it fits; else from its beginning. */
function shown(state: Shown, arrangement: Arrangement, k: number, window: Size): Arranged {
  const scene = sceneOf(state, arrangement);
  const { bounds } = scene;
  const placed = (start: number, length: number, room: number) =>
    length * k <= room - MARGIN ? (room - length * k) / 2 - start * k : MARGIN - start * k;
  const viewport = {
    x: placed(bounds.x, bounds.width, window.width),
    y: placed(bounds.y, bounds.height, window.height - BAR),
    k,
  };
  return { arrangement, scene, viewport };
}

function pinnedRoom({ bounds }: Scene, horizontal: boolean) {
  const { width, height } = bounds;
  return horizontal ? { along: width, across: height } : { along: height, across: width };
}

function firstOf(rankOf: ReadonlyMap<string, number>, rank: number): string {
  for (const [id, at] of rankOf) if (at === rank) return id;
  return '';
}
