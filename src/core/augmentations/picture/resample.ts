import type { Border } from '../fields/border';
import type { AffineMap } from './affineMap';
import { outside } from './outside';
import type { PictureSize } from './picture';

/**
 * Writes into `seen` the picture that is seen through a map: each pixel from the four around its place, weighed by how near
 * they are (bilinear). Beyond the edges the border says what is there.
 */
export function resample(
  source: Float64Array,
  seen: Float64Array,
  size: PictureSize,
  map: AffineMap,
  border: Border,
): void {
  const { height, width, channels } = size;
  const { yx, xx } = map;
  const middle = (width - 1) / 2;
  const rowLength = width * channels;
  for (let row = 0; row < height; row++) {
    const down = row - (height - 1) / 2;
    const baseY = map.yy * down + map.y0 + (height - 1) / 2;
    const baseX = map.xy * down + map.x0 + middle;
    // the places of a row lie on a line: those with all four in the picture have no other between them
    const first = firstWithin(baseY, yx, height - 1, baseX, xx, width);
    let column = first;
    for (let target = (row * width + first) * channels; column < width; column++) {
      const y = baseY + yx * (column - middle);
      const x = baseX + xx * (column - middle);
      if (!(y >= 0 && x >= 0 && y < height - 1 && x < width - 1)) break;
      const top = y | 0;
      const left = x | 0;
      const fy = y - top;
      const fx = x - left;
      let at = top * rowLength + left * channels;
      for (let c = 0; c < channels; c++) {
        const a = source[at]!;
        const d = source[at + rowLength]!;
        const above = a + (source[at + channels]! - a) * fx;
        seen[target] = above + (d + (source[at + rowLength + channels]! - d) * fx - above) * fy;
        at++;
        target++;
      }
    }
    atBorder(source, seen, size, border, row, 0, first, baseY, yx, baseX, xx);
    atBorder(source, seen, size, border, row, column, width, baseY, yx, baseX, xx);
  }
}

/** The first column of a row with all four around its place in the picture; `width` where there is none. */
function firstWithin(
  baseY: number,
  yx: number,
  lastY: number,
  baseX: number,
  xx: number,
  width: number,
): number {
  const middle = (width - 1) / 2;
  for (let column = 0; column < width; column++) {
    const y = baseY + yx * (column - middle);
    const x = baseX + xx * (column - middle);
    if (y >= 0 && x >= 0 && y < lastY && x < width - 1) return column;
  }
  return width;
}

/** Columns `from … to` of a row, where some of the four are beyond the edges. */
function atBorder(
  source: Float64Array,
  seen: Float64Array,
  { height, width, channels }: PictureSize,
  border: Border,
  row: number,
  from: number,
  to: number,
  baseY: number,
  yx: number,
  baseX: number,
  xx: number,
): void {
  const placed = outside[border];
  const middle = (width - 1) / 2;
  const rowLength = width * channels;
  let target = (row * width + from) * channels;
  for (let column = from; column < to; column++) {
    const y = baseY + yx * (column - middle);
    const x = baseX + xx * (column - middle);
    const top = Math.floor(y);
    const left = Math.floor(x);
    const fy = y - top;
    const fx = x - left;
    const y0 = placed(top, height);
    const y1 = placed(top + 1, height);
    const x0 = placed(left, width);
    const x1 = placed(left + 1, width);
    for (let c = 0; c < channels; c++) {
      const a = y0 < 0 || x0 < 0 ? 0 : source[y0 * rowLength + x0 * channels + c]!;
      const b = y0 < 0 || x1 < 0 ? 0 : source[y0 * rowLength + x1 * channels + c]!;
      const d = y1 < 0 || x0 < 0 ? 0 : source[y1 * rowLength + x0 * channels + c]!;
      const e = y1 < 0 || x1 < 0 ? 0 : source[y1 * rowLength + x1 * channels + c]!;
      const above = a + (b - a) * fx;
      seen[target++] = above + (d + (e - d) * fx - above) * fy;
    }
  }
}
