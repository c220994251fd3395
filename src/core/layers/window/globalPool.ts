import { elementCount, sizesOf } from '../../shape';
import { isUnsized } from '../definition/pictures';
import type { LayerPlan, LayerShapes, ShapeContext } from '../layer';
import { planAveragePool, planMaxPool } from './planPool';

/** One value a channel. */
export function pooledWhole({ inputs: [input], symbols, problem }: ShapeContext<unknown>): LayerShapes {
  if (input && input.length < 2 && !isUnsized(input)) {
    problem({
      code: 'not-a-picture',
      message: `A global pool takes pictures or series, but the layer before gives a vector of ${input[0]!.size}. Put it before the flatten layer.`,
      field: 'inputs',
    });
  }
  const channels = input?.at(-1)?.size ?? symbols.n;
  return {
    output: [{ symbol: symbols.n, size: channels }],
    parameters: [],
    flops: (input && elementCount(sizesOf(input))) ?? 0,
  };
}

/** A pool as large as the picture. */
export function planGlobalPool(plan: LayerPlan<unknown>, kind: 'max' | 'average'): void {
  const { shape } = plan.inputs[0]!;
  // a series is a picture of height 1
  const [height, width, channels] = shape.length === 2 ? [1, shape[0]!, shape[1]!] : shape;
  const fields = { kernel: [height!, width!], stride: 1, dilation: 1, padding: 'valid' } as const;
  const pool = kind === 'max' ? planMaxPool : planAveragePool;
  pool(plan, [height!, width!, channels!], fields);
}
