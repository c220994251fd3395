import { formatShape } from '../../../src/core/shape';
import type { LayerCard } from './layerCard';

/** What stands on the edges that a layer feeds others by: symbols over numbers. */
export interface TensorLabel {
  /** `(n_h, m)`; empty where the shape isn't known at all. */
  readonly symbols: string;
  /** `(4, 400)`; undefined where it says no more than the symbols. */
  readonly sizes: string | undefined;
  /** In pixels at 100 %, the room around the text among them. */
  readonly width: number;
  readonly height: number;
}

/** The width of a character, in pixels. */
const CHARACTER = 6.6;

export function tensorLabel({ report }: LayerCard): TensorLabel {
  const named = report?.outputNamed ?? [];
  if (named.length === 0) return { symbols: '', sizes: undefined, width: 0, height: 0 };
  const symbols = formatShape(named.map(dim => dim.symbol));
  const sizes = formatShape(named.map(dim => dim.size));
  // the underscores aren't seen
  const longest = Math.max(symbols.replaceAll('_', '').length, sizes.length);
  return {
    symbols,
    sizes: sizes === symbols ? undefined : sizes,
    width: Math.ceil(longest * CHARACTER + 12),
    height: sizes === symbols ? 20 : 34,
  };
}
