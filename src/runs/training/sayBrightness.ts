import { type AugmentationSetting, augmentationOf } from '../../core/augmentations';
import { numberText } from '../../core/network/numberText';
import type { Dataset } from '../../core/train/dataset';

/** What augmentations take for white, where some change the values of pictures. */
export function sayBrightness(
  dataset: Pick<Dataset, 'brightness'>,
  augment: readonly AugmentationSetting[],
): string[] {
  if (!augment.some(({ type }) => augmentationOf(type).kind === 'change')) return [];
  // asked for only here: all pictures are gone through for it
  const { brightness } = dataset;
  if (!brightness) return [];
  const { white, bounded } = brightness;
  const bounds = bounded
    ? `and values stay between 0 and ${numberText(white)}`
    : 'and nothing bounds the values';
  return [`Augmentations take ${numberText(white)} for white, ${bounds}.`];
}
