import { elementCount, sizesOf } from '../../shape';
import type { LayerShapes, ShapeContext } from '../layer';
import { seriesOf } from './picture';

/** The shapes of a layer such as `A mean over time`, which makes the vector (n) of a series (T, n). */
export function overTime(
  what: string,
  { inputs: [input], symbols, problem }: ShapeContext<unknown>,
  flopsEach: number,
): LayerShapes {
  const values = seriesOf(input, what, problem)?.[1].size ?? input?.at(-1)?.size ?? symbols.n;
  return {
    output: [{ symbol: symbols.n, size: values }],
    parameters: [],
    flops: flopsEach * ((input && elementCount(sizesOf(input))) ?? 0),
  };
}
