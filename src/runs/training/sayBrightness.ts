import { type AugmentationSetting, augmentationOf } from '../../core/augmentations';
import { numberText } from '../../core/network/numberText';
import type { Dataset } from '../../core/train/dataset';

/** What augmentations take for white, where some change the values of pictures. */
export function sayBrightness(
  { brightness }: Pick<Dataset, 'brightness'>,
  augment: readonly AugmentationSetting[],
): string[] {
  if (!brightness || !augment.some(({ type }) => augmentationOf(type).kind === 'change')) return [];
  const { white, bounded } = brightness;
  const bounds = bounded
    ? `and values stay between 0 and ${numberText(white)}`
    : 'and nothing bounds the values';
  return [`Augmentations take ${numberText(white)} for white, ${bounds}.`];
}
