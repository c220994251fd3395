import type { AugmentationSetting } from '../../augmentations';
import { Draws } from '../../augmentations/draws/draws';
import { pictureSize } from '../../augmentations/picture/picture';
import type { Floats } from '../../kernels/kernels';
import type { PictureSize } from '../../kernels/resampler';
import type { ChangeExample, Dataset, StoredInputs, Views } from '../dataset';
import { type PictureChange, pictureChange } from './pictureChange';
import { happens, stepsOf } from './steps';

/** Of numbers of which nothing is known. */
const anything = { white: 1, bounded: false };

/** A training set as the steps of an epoch see it. */
export interface Augmented {
  readonly dataset: Dataset;
  /** From now on its examples are those of this epoch. */
  begin(epoch: number): void;
  /** What becomes of a picture before it is mixed. */
  readonly change: ChangeExample | undefined;
  /** λ of an example; the rest of it is the next one's. */
  shareOf(example: number): number;
}

/**
 * Each example augmented, as the seed, the epoch and its own number say: so neither the batch it is in nor a pause changes it.
 * Pictures are changed as they were read, before they are scaled and standardised; other numbers afterwards. Mixtures come
 * last, with the example that follows in the order of the epoch, which goes through all of them (`indices` has to be whole).
 */
export function augmented(
  dataset: Dataset,
  settings: readonly AugmentationSetting[],
  seed: number,
): Augmented {
  const width = dataset.inputShape.reduce((product, size) => product * size, 1);
  const size = pictureSize(dataset.inputShape);
  const pictures = size && pictureChange(settings, size, dataset.brightness ?? anything, seed);
  const changes = size ? [] : stepsOf(settings, 'change');
  const mixtures = stepsOf(settings, 'mixture');
  const draws = new Draws(seed);
  let epoch = 0;
  let inputsOfNext: Floats | undefined;
  let targetsOfNext: Floats | undefined;

  const gatherUnmixed = (indices: Uint32Array, from: number, count: number, X: Floats) => {
    dataset.gatherInputs(indices, from, count, X, pictures?.change);
    for (const step of changes) {
      for (let i = 0; i < count; i++) {
        if (!happens(step, draws, indices[from + i]!, epoch)) continue;
        step.augmentation.changeNumbers?.(step.fields, draws, X, i * width, width, dataset.amounts);
      }
    }
  };

  /** λ of an example, all mixtures of the list together. */
  const shareOf = (example: number) => {
    let share = 1;
    for (const step of mixtures) {
      if (happens(step, draws, example, epoch)) share *= step.augmentation.share(step.fields, draws);
    }
    return share;
  };

  /** Mixes rows of `values` numbers, each with the one below it, the last with `next`. */
  const mix = (
    indices: Uint32Array,
    from: number,
    count: number,
    rows: Floats,
    values: number,
    next: Floats,
  ) => {
    for (let i = 0; i < count; i++) {
      const share = shareOf(indices[from + i]!);
      if (share === 1) continue;
      const last = i === count - 1;
      const other = last ? next : rows;
      const start = last ? 0 : (i + 1) * values;
      for (let j = 0; j < values; j++) {
        rows[i * values + j] = share * rows[i * values + j]! + (1 - share) * other[start + j]!;
      }
    }
  };

  return {
    begin(now) {
      epoch = now;
      if (pictures) pictures.epoch = now;
    },
    change: pictures?.change,
    shareOf,
    dataset: {
      m: dataset.m,
      inputShape: dataset.inputShape,
      targets: dataset.targets,
      targetUnits: dataset.targetUnits,
      arriving: dataset.arriving && ((...asked) => dataset.arriving!(...asked)),
      // a mixture needs the example after it, too
      ...(pictures &&
        size &&
        mixtures.length === 0 &&
        dataset.stored && { stored: dataset.stored, views: viewsOf(pictures, size, dataset.stored) }),
      gatherInputs(indices, from, count, X) {
        gatherUnmixed(indices, from, count, X);
        if (mixtures.length === 0) return;
        // in the precision of the batch, so that it is the same whether it is in the same batch or not
        inputsOfNext ??= X.slice(0, width);
        gatherUnmixed(indices, (from + count) % indices.length, 1, inputsOfNext);
        mix(indices, from, count, X, width, inputsOfNext);
      },
      gatherTargets(indices, from, count, encoding, n, Y) {
        dataset.gatherTargets(indices, from, count, encoding, n, Y);
        if (mixtures.length === 0) return;
        targetsOfNext ??= Y.slice(0, n);
        dataset.gatherTargets(indices, (from + count) % indices.length, 1, encoding, n, targetsOfNext);
        mix(indices, from, count, Y, n, targetsOfNext);
      },
    },
  };
}

/** The same by the kernels, as far as they can: what is drawn is the same, and what they compute is as exact as they are. */
function viewsOf(
  pictures: PictureChange,
  size: PictureSize,
  { scale, mean, deviation }: StoredInputs,
): Views {
  const n = size.height * size.width * size.channels;
  const values = new Float64Array(n);
  return {
    size,
    border: pictures.border,
    mapOf: example => pictures.mapOf(example),
    ...(pictures.changesValues && {
      finish(indices, from, count, X) {
        for (let i = 0; i < count; i++) {
          const at = i * n;
          for (let j = 0; j < n; j++) values[j] = X[at + j]!;
          pictures.changeValues(indices[from + i]!, values);
          if (mean) for (let j = 0; j < n; j++) X[at + j] = (values[j]! / scale - mean[j]!) / deviation![j]!;
          else for (let j = 0; j < n; j++) X[at + j] = values[j]! / scale;
        }
      },
    }),
  };
}
