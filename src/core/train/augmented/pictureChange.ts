import type { AugmentationSetting } from '../../augmentations';
import { Draws } from '../../augmentations/draws/draws';
import type { Border } from '../../augmentations/fields/border';
import { followed, identity } from '../../augmentations/picture/affineMap';
import type { Brightness } from '../../augmentations/picture/brightness';
import type { Picture, PictureSize } from '../../augmentations/picture/picture';
import { resample } from '../../augmentations/picture/resample';
import type { ChangeExample } from '../dataset';
import { happens, stepsOf } from './steps';

/** What becomes of the picture of an example in an epoch. */
export interface PictureChange {
  epoch: number;
  readonly change: ChangeExample;
}

/**
 * All movements, in their order, are one map, so that a picture is sampled once; then come the changes of its values, in
 * theirs. What is given is overwritten by the next. Undefined where the list has neither.
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
  const length = size.height * size.width * size.channels;
  const source = new Float64Array(length);
  const seen = new Float64Array(length);

  const whole: Picture = { ...size, ...brightness, values: source };
  const moved: Picture = { ...whole, values: seen };
  const made: PictureChange = {
    epoch: 0,
    change(example, read, at) {
      let map = identity;
      for (const step of movements) {
        if (!happens(step, draws, example, made.epoch)) continue;
        map = followed(map, step.augmentation.map(step.fields, draws, size));
      }
      let picture: Picture | undefined;
      if (map !== identity) {
        copyInto(source, read, at);
        // what is cropped has pixels all around, and none of them are black
        resample(source, seen, size, map, (border as Border | undefined) ?? 'edge');
        picture = moved;
      }
      for (const step of changes) {
        if (!happens(step, draws, example, made.epoch)) continue;
        if (!picture) {
          copyInto(source, read, at);
          picture = whole;
        }
        step.augmentation.change(step.fields, draws, picture);
      }
      return picture?.values;
    },
  };
  return made;
}

/** A loop of its own, which is compiled for the type of the data. */
function copyInto(into: Float64Array, read: ArrayLike<number>, at: number): void {
  if (read instanceof Uint8Array) into.set(read.subarray(at, at + into.length));
  else for (let i = 0; i < into.length; i++) into[i] = read[at + i]!;
}
