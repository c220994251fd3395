import type { Examples } from '../../data/data';
import { typedColumns } from '../../data/inputs/typedColumns';
import { inTurns } from '../../data/inTurns';
import type { Preprocessing } from '../../data/preprocessing';
import type { Reading } from '../../data/reading';
import { counted } from '../../data/sentence';
import { numberText } from '../figures/numberText';

/** A value is far outside a range where it is more than half the range's width beyond one of its ends. */
const FAR = 0.5;

/** Which of the rows to predict are looked at. */
export interface LookedAt {
  /** This one; all of them where it isn't said. */
  readonly only?: number;
  /** Where a row stands. */
  readonly place?: (index: number) => string;
}

/**
 * A sentence for each column that holds numbers or dates far outside of what the network has learnt from, with the first
 * such value.
 */
export async function farValues(
  { inputs, m }: Examples,
  preprocessing: Preprocessing,
  { only, place = index => `Row ${index + 1}` }: LookedAt = {},
  reading?: Reading,
): Promise<string[]> {
  const { data } = inputs;
  const [from, to] = only === undefined ? [0, m] : [only, Math.min(m, only + 1)];
  if ('read' in data) return []; // left in its file: it isn't gone through for this
  const width = inputs.shape.reduce((product, size) => product * size, 1);
  const sentences: string[] = [];
  for (const { name, at, range, rangeText, text } of typedColumns(preprocessing)) {
    if (!range) continue;
    const [low, high] = range;
    const beyond = FAR * (high - low);
    let count = 0;
    let first = 0;
    const look = (i: number) => {
      const value = data[(from + i) * width + at]!;
      if ((value < low - beyond || value > high + beyond) && count++ === 0) first = from + i;
    };
    await inTurns(to - from, look, reading);
    if (count === 0) continue;
    const value = data[first * width + at]!;
    const shown = text(value) ?? numberText(value);
    const what = to - from > 1 ? `${place(first)}: ${shown} in ${name}` : `${name}: ${shown}`;
    const more = count > 1 ? ` (and ${counted(count - 1, 'more row')})` : '';
    const learnt =
      low === high ? `is far from ${rangeText}, the only value` : `is far outside ${rangeText}, which`;
    sentences.push(`${what} ${learnt} it was trained on${more}.`);
  }
  return sentences;
}
