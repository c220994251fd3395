import { type AugmentationSetting, augmentationOf } from '../../augmentations';
import type { Augmentation, Fields } from '../../augmentations/augmentation';
import type { Draws } from '../../augmentations/draws/draws';

/** An augmentation of the list, with its place there and its fields. */
export interface AugmentationStep<A extends Augmentation = Augmentation> {
  readonly place: number;
  readonly augmentation: A;
  readonly fields: Fields;
}

/** Those of one kind, in their order; each draws by its place in the whole list. */
export function stepsOf<K extends Augmentation['kind']>(
  settings: readonly AugmentationSetting[],
  kind: K,
): AugmentationStep<Extract<Augmentation, { kind: K }>>[] {
  return settings.flatMap(({ type, ...fields }, place) => {
    const augmentation = augmentationOf(type);
    return augmentation.kind === kind
      ? [
          {
            place,
            augmentation: augmentation as Extract<Augmentation, { kind: K }>,
            fields: fields as Fields,
          },
        ]
      : [];
  });
}

/** Begins the draws of a step for an example; whether it is augmented so this time. */
export function happens(
  { place, fields }: AugmentationStep,
  draws: Draws,
  example: number,
  epoch: number,
): boolean {
  draws.begin(place, example, epoch);
  const probability = fields.probability ?? 1;
  return probability >= 1 || draws.uniform() < probability;
}
