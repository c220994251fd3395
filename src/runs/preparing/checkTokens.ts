import { layerOf } from '../../core/layers';
import type { Network } from '../../core/network/network';
import { DataError, type Examples } from '../../data/data';
import { inTurns } from '../../data/inTurns';
import type { Reading } from '../../data/reading';

/**
 * Throws where an example holds what no embedding of the network has a row for: a number that isn't whole, or one beyond its
 * vocabulary. Examples that are left in their file aren't gone through for this; a step then comes to NaN, which is said.
 */
export async function checkTokens(
  { layers }: Network,
  sets: readonly (Examples | undefined)[],
  reading?: Reading,
): Promise<void> {
  const sizes = layers.flatMap(({ id, type, fields }) => {
    const vocabulary = fields && layerOf(type)?.vocabulary?.(fields);
    return vocabulary === undefined ? [] : [{ id, vocabulary }];
  });
  if (sizes.length === 0) return;
  const least = sizes.reduce((a, b) => (b.vocabulary < a.vocabulary ? b : a));
  const stored = new Set(sets.flatMap(set => (set ? [set.inputs] : [])));
  for (const { data, shape } of stored) {
    if ('read' in data) continue;
    const width = shape.reduce((product, size) => product * size, 1);
    const look = (i: number) => {
      const index = data[i]!;
      if (Number.isInteger(index) && index >= 0 && index < least.vocabulary) return;
      const what = Number.isInteger(index)
        ? `the index ${index}, but the vocabulary of "${least.id}" is ${least.vocabulary}: it takes 0 to ${least.vocabulary - 1}`
        : `${index}, which is no index of a token: "${least.id}" takes whole numbers from 0 to ${least.vocabulary - 1}`;
      throw new DataError(`Example ${Math.floor(i / width)}, counted from 0, holds ${what}.`, {
        code: 'unknown-token',
      });
    };
    await inTurns(data.length, look, reading);
  }
}
