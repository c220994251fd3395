import type { AugmentationSetting } from '../core/augmentations';
import type { DataSettings } from '../core/network/schema';
import { augmented } from '../core/train/augmented/augmented';
import { batchOrder } from '../core/train/batchOrder';
import type { Examples } from '../data/data';
import { DataError } from '../data/dataError';
import type { Files } from '../data/files';
import type { Reading } from '../data/reading';
import type { AugmentedPictures } from '../protocol/describer';
import type { KeptTrainingSet } from './keptTrainingSet';
import { smallPicture } from './smallPicture';

/** Examples that are shown, and epochs of each. */
const most = 4;
const epochs = 5;
/** Examples of which those of different classes are chosen. */
const lookedAt = 200;

/** Some pictures of the training set as they are, and as steps will see them in the first epochs. */
export async function augmentedPictures(
  settings: DataSettings,
  augment: readonly AugmentationSetting[],
  seed: number,
  data: { readonly kept: KeptTrainingSet; readonly place: string; readonly files: Files },
  reading: Reading,
): Promise<AugmentedPictures> {
  try {
    const { kept, place, files } = data;
    const rows = await kept.use(settings, place, files, reading, train => rowsOf(train, augment, seed));
    return { kind: 'pictures', rows };
  } catch (error) {
    if (error instanceof DataError) return { kind: 'fault', message: error.message };
    throw error;
  }
}

function rowsOf(train: Examples, augment: readonly AugmentationSetting[], seed: number) {
  const { begin, change, shareOf } = augmented(train, augment, seed);
  const white = train.brightness?.white;
  const rows = chosen(train).map(index => ({
    index,
    truth: train.truth(index),
    pictures: [smallPicture(train.shown(index, undefined, white))],
  }));
  for (let epoch = 0; epoch < epochs; epoch++) {
    begin(epoch);
    const order = finished(batchOrder(train.m, 0, seed, epoch))!;
    for (const { index, pictures } of rows) {
      const own = train.shown(index, change, white);
      const share = shareOf(index);
      if (share === 1) pictures.push(smallPicture(own));
      else {
        const next = order[(order.indexOf(index) + 1) % train.m]!;
        pictures.push(smallPicture(own, train.shown(next, change, white), share));
      }
    }
  }
  return rows.map(({ truth, ...row }) => ({ ...row, ...(truth === undefined ? {} : { truth }) }));
}

/** The first of each class, then others. */
function chosen(train: Examples): number[] {
  const all = Array.from({ length: Math.min(train.m, lookedAt) }, (_, i) => i);
  const seen = new Set<string | undefined>();
  const first = all.filter(index => {
    const truth = train.truth(index);
    return !seen.has(truth) && seen.add(truth);
  });
  return [...first, ...all.filter(index => !first.includes(index))].slice(0, most).sort((a, b) => a - b);
}

/** Of work that waits for nothing. */
function finished<T>(work: Generator<unknown, T>): T {
  let piece = work.next();
  while (!piece.done) piece = work.next();
  return piece.value;
}
