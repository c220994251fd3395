import type { NamedDim, NamedShape } from '../../shape';
import { formatSides, isPicture, isUnsized } from '../definition/pictures';
import type { LayerFault } from '../layer';

/**
 * The sides of a picture and its channels; a grey picture (n_H, n_W) has one. Undefined where it isn't known, and
 * with a fault where it is none.
 */
export function pictureOf(
  input: NamedShape | undefined,
  what: string,
  problem: (fault: LayerFault) => void,
): readonly [NamedDim, NamedDim, NamedDim] | undefined {
  if (!input || isUnsized(input)) return undefined;
  const [height, width, channels = { symbol: '1', size: 1 }] = input;
  if (height && width && input.length <= 3) return [height, width, channels];
  problem({
    code: 'not-a-picture',
    message: `${what} takes pictures (n_H, n_W, n_C), but the layer before gives ${input.length === 1 ? `a vector of ${formatSides(input)}` : formatSides(input)}. Put it before the flatten layer, or reshape the vector to a picture.`,
    field: 'inputs',
    fixes: [{ title: 'Insert a reshape layer', insertBefore: { type: 'reshape' } }],
  });
  return undefined;
}

/**
 * The steps of a series (T, n) and the values of each. An input of two sizes may be a grey picture as well as a series: what
 * takes series says which, and its axes are called so from there on.
 */
export function seriesOf(
  input: NamedShape | undefined,
  what: string,
  problem: (fault: LayerFault) => void,
): readonly [NamedDim, NamedDim] | undefined {
  if (!input || isUnsized(input)) return undefined;
  const [steps, values] = input;
  if (steps && values && input.length === 2) {
    return isPicture(input)
      ? [
          { ...steps, symbol: 'T' },
          { ...values, symbol: 'n' },
        ]
      : [steps, values];
  }
  problem({
    code: 'not-a-series',
    message: `${what} takes series (T, n), steps of n values, but the layer before gives ${formatSides(input)}.`,
    field: 'inputs',
    fixes: [
      {
        title: 'Return sequences from the layer before',
        setBefore: { field: 'returnSequences', value: true },
      },
      { title: 'Insert a reshape layer', insertBefore: { type: 'reshape' } },
    ],
  });
  return undefined;
}
