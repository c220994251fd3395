import type { Detail } from '../detail';
import type { Group } from '../groups/groupsOf';
import type { Box } from './scene';

/** An open group: a frame around its layers, in each line that they stand in. */
export interface Frame {
  readonly group: Group;
  readonly boxes: readonly Box[];
}

const ROOM = 12;

/** The font size of a frame's title, so that it is read at the smallest zoom it is shown at. */
export const TITLE: Readonly<Record<Detail, number>> = { full: 12, beside: 12, compact: 15.5, dot: 26 };

/** What a frame takes above its layers, its title over it: nothing else shall be written there. */
export function headingOf(detail: Detail): number {
  return ROOM + 1.5 * TITLE[detail];
}

/** `lineOf` says in which line a layer stands, `boxOf` where; undefined where it isn't drawn. */
export function framesOf(
  groups: readonly Group[],
  lineOf: (id: string) => number | undefined,
  boxOf: (id: string) => Box | undefined,
): Frame[] {
  return groups.map(group => {
    const lines = new Map<number, Box>();
    for (const id of group.ids) {
      const [line, box] = [lineOf(id), boxOf(id)];
      if (line === undefined || !box) continue;
      const before = lines.get(line);
      lines.set(line, before ? around(before, box) : box);
    }
    const boxes = [...lines].sort(([a], [b]) => a - b).map(([, box]) => grown(box));
    return { group, boxes };
  });
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

function grown({ x, y, width, height }: Box): Box {
  return { x: x - ROOM, y: y - ROOM, width: width + 2 * ROOM, height: height + 2 * ROOM };
}
