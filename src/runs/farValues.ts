import type { Examples } from '../data/data';
import { typedColumns } from '../data/inputs/typedColumns';
import type { Preprocessing } from '../data/preprocessing';
import { counted } from '../data/sentence';
import { numberText } from './figures/numberText';

/** A value is far outside a range where it is more than half the range's width beyond one of its ends. */
const FAR = 0.5;

/**
 * A sentence for each number that is far outside of what the network has learnt from, with the first such value: of all
 * rows to predict, or of one.
 */
export function farValues({ inputs, m }: Examples, preprocessing: Preprocessing, only?: number): string[] {
  const { data } = inputs;
  const [from, to] = only === undefined ? [0, m] : [only, Math.min(m, only + 1)];
  if ('read' in data) return []; // left in its file: it isn't gone through for this
  const width = inputs.shape.reduce((product, size) => product * size, 1);
  return typedColumns(preprocessing).flatMap(({ name, at, range, rangeText }) => {
    if (!range) return [];
    const [low, high] = range;
    const beyond = FAR * (high - low);
    let count = 0;
    let first = 0;
    for (let i = from; i < to; i++) {
      const value = data[i * width + at]!;
      if (!(value < low - beyond || value > high + beyond)) continue;
      if (count++ === 0) first = i;
    }
    if (count === 0) return [];
    const place = to - from > 1 ? ` in row ${numberText(first + 1)}` : '';
    const more = count > 1 ? ` (and ${counted(count - 1, 'more row')})` : '';
    const learnt =
      low === high ? `is far from ${rangeText}, the only value` : `is far outside ${rangeText}, which`;
    return [`${name}: ${numberText(data[first * width + at]!)}${place} ${learnt} it was trained on${more}.`];
  });
}
