import type { AffineMap } from '../../kernels/resampler';

export const identity: AffineMap = { yy: 1, yx: 0, y0: 0, xy: 0, xx: 1, x0: 0 };

/** First `first`, then `then`, in the order in which the picture is moved. */
export function followed(first: AffineMap, then: AffineMap): AffineMap {
  return {
    yy: first.yy * then.yy + first.yx * then.xy,
    yx: first.yy * then.yx + first.yx * then.xx,
    y0: first.yy * then.y0 + first.yx * then.x0 + first.y0,
    xy: first.xy * then.yy + first.xx * then.xy,
    xx: first.xy * then.yx + first.xx * then.xx,
    x0: first.xy * then.y0 + first.xx * then.x0 + first.x0,
  };
}
