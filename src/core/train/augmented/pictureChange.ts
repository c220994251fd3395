import type { AugmentationSetting } from '../../augmentations';
import { Draws } from '../../augmentations/draws/draws';
import { followed, identity } from '../../augmentations/picture/affineMap';
import type { Brightness } from '../../augmentations/picture/brightness';
import type { Picture } from '../../augmentations/picture/picture';
import { type AffineMap, type Border, type PictureSize, resampler } from '../../kernels/resampler';
import type { ChangeExample } from '../dataset';
import { happens, stepsOf } from './steps';

/** What becomes of the picture of an example in an epoch. */
export interface PictureChange {
  epoch: number;
  readonly border: Border;
  /** All movements of an example, as one. */
  mapOf(example: number): AffineMap;
  /** Whether something changes values. */
  readonly changesValues: boolean;
  /** Changes the values of a moved picture where they are, and says whether it did. */
  changeValues(example: number, values: Float64Array): boolean;
  /** Both, of a picture as it was read. What is given is overwritten by the next. */
  readonly change: ChangeExample;
}

/**
 * All movements, in their order, are one map, so that a picture is sampled once; then come the changes of its values, in
 * theirs. Undefined where the list has neither.
 */
export function pictureChange(
  settings: readonly AugmentationSetting[],
  size: PictureSize,
  brightness: Brightness,
  seed: number,
): PictureChange | undefined {
  const movements = stepsOf(settings, 'movement');
  const changes = stepsOf(settings, 'change');
  if (movements.length + changes.length === 0) return undefined;
  const border = settings.map(({ border }) => border).find(found => found !== undefined);
  const draws = new Draws(seed);
  const resample = resampler(size);
  const seen = new Float64Array(size.height * size.width * size.channels);

  let picture: Picture | undefined;
  const pictureOf = (values: Float64Array) => {
    if (picture?.values !== values) picture = { ...size, ...brightness, values };
    return picture!;
  };

  const made: PictureChange = {
    epoch: 0,
    // what is cropped has pixels all around, and none of them are black
    border: (border as Border | undefined) ?? 'edge',
    changesValues: changes.length > 0,
    mapOf(example) {
      let map = identity;
      for (const step of movements) {
        if (!happens(step, draws, example, made.epoch)) continue;
        map = followed(map, step.augmentation.map(step.fields, draws, size));
      }
      return map;
    },
    changeValues(example, values) {
      let changed = false;
      for (const step of changes) {
        if (!happens(step, draws, example, made.epoch)) continue;
        step.augmentation.change(step.fields, draws, pictureOf(values));
        changed = true;
      }
      return changed;
    },
    change(example, read, at) {
      const map = made.mapOf(example);
      if (map !== identity) resample(read, at, seen, map, made.border);
      else copyInto(seen, read, at);
      return made.changeValues(example, seen) || map !== identity ? seen : undefined;
    },
  };
  return made;
}

/** A loop of its own, which is compiled for the type of the data. */
function copyInto(into: Float64Array, read: ArrayLike<number>, at: number): void {
  for (let i = 0; i < into.length; i++) into[i] = read[at + i]!;
}
