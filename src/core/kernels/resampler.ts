/**
 * From a place in the picture that is seen to the place in the picture as it was read, both in pixels from the centre, y down:
 * y = yy·y' + yx·x' + y0, x = xy·y' + xx·x' + x0.
 */
export interface AffineMap {
  readonly yy: number;
  readonly yx: number;
  readonly y0: number;
  readonly xy: number;
  readonly xx: number;
  readonly x0: number;
}

/** What is seen where the picture doesn't reach: the picture in a mirror, its last pixels, zeros. */
export const borders = ['reflect', 'edge', 'zeros'] as const;
export type Border = (typeof borders)[number];

/** Height and width in pixels, and the values of a pixel. */
export interface PictureSize {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/**
 * Writes into `seen` the picture that is seen through a map, of that which begins at `at`: each pixel from the four around
 * its place, weighed by how near they are (bilinear). Beyond the edges the border says what is there.
 */
export type Resample = (
  source: ArrayLike<number>,
  at: number,
  seen: Float64Array,
  map: AffineMap,
  border: Border,
) => void;

/**
 * For pictures of a size. They are copied into one with a pixel more on each side, which is what is beyond the edges: then
 * any place has four pixels around it, once it is brought to no more than that pixel away.
 */
export function resampler({ height, width, channels }: PictureSize): Resample {
  const rowLength = width * channels;
  const stride = rowLength + 2 * channels;
  const padded = new Float64Array((height + 2) * stride);

  /** What is beyond the edges is black, or as the edge, which is what a mirror shows there, too. */
  function pad(source: ArrayLike<number>, at: number, border: Border): void {
    const black = border === 'zeros';
    for (let row = 0; row < height; row++) {
      const from = at + row * rowLength;
      const to = (row + 1) * stride + channels;
      for (let j = 0; j < rowLength; j++) padded[to + j] = source[from + j]!;
      for (let c = 0; c < channels; c++) {
        padded[to - channels + c] = black ? 0 : padded[to + c]!;
        padded[to + rowLength + c] = black ? 0 : padded[to + rowLength - channels + c]!;
      }
    }
    const last = (height + 1) * stride;
    if (black) {
      padded.fill(0, 0, stride);
      padded.fill(0, last);
    } else {
      padded.copyWithin(0, stride, 2 * stride);
      padded.copyWithin(last, last - stride, last);
    }
  }

  return (source, at, seen, { yy, yx, y0, xy, xx, x0 }, border) => {
    pad(source, at, border);
    const mirrored = border === 'reflect';
    const [lastY, lastX] = [height + 1, width + 1];
    const [middleY, middleX] = [(height - 1) / 2, (width - 1) / 2];
    let target = 0;
    for (let row = 0; row < height; row++) {
      // places in the padded picture
      const baseY = yy * (row - middleY) + y0 + middleY + 1;
      const baseX = xy * (row - middleY) + x0 + middleX + 1;
      for (let column = 0; column < width; column++) {
        let y = baseY + yx * (column - middleX);
        let x = baseX + xx * (column - middleX);
        if (mirrored) {
          if (y < 0.5 || y > height + 0.5) y = mirror(y, height);
          if (x < 0.5 || x > width + 0.5) x = mirror(x, width);
        } else {
          y = Math.max(0, Math.min(y, lastY));
          x = Math.max(0, Math.min(x, lastX));
        }
        const top = y < height ? y | 0 : height;
        const left = x < width ? x | 0 : width;
        const fy = y - top;
        const fx = x - left;
        let from = top * stride + left * channels;
        if (channels === 1) {
          const a = padded[from]!;
          const d = padded[from + stride]!;
          const above = a + (padded[from + 1]! - a) * fx;
          seen[target++] = above + (d + (padded[from + stride + 1]! - d) * fx - above) * fy;
          continue;
        }
        for (let c = 0; c < channels; c++) {
          const a = padded[from]!;
          const d = padded[from + stride]!;
          const above = a + (padded[from + channels]! - a) * fx;
          seen[target++] = above + (d + (padded[from + stride + channels]! - d) * fx - above) * fy;
          from++;
        }
      }
    }
  };
}

/** Where a place in a padded picture of n pixels is seen in a mirror at its edges, as often as it takes. */
function mirror(place: number, n: number): number {
  const fromEdge = (((place - 0.5) % (2 * n)) + 2 * n) % (2 * n);
  return (fromEdge < n ? fromEdge : 2 * n - fromEdge) + 0.5;
}
