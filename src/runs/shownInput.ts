import type { Dataset } from '../core/train/dataset';
import type { Preprocessing } from '../data/preprocessing';
import type { Prediction } from './run';

/** A row as it was read: the names of its columns and its cells. */
export interface ReadRow {
  readonly names: readonly string[];
  readonly values: readonly (string | number)[];
}

/** What went into a prediction, to be shown: a picture where the inputs are one, else the row as it was read. */
export function shownInput(
  dataset: Dataset,
  index: number,
  preprocessing: Preprocessing,
  row?: ReadRow,
): Prediction['shown'] {
  const picture = pictureSize(preprocessing);
  if (!picture && row && row.names.length > 0) return { kind: 'row', ...row };
  const values = rawInputs(dataset, index, preprocessing);
  if (picture) return { kind: 'image', ...picture, pixels: asPixels(values, preprocessing) };
  return { kind: 'row', names: values.map((_, i) => `x${i + 1}`), values };
}

function pictureSize({ image, inputShape }: Preprocessing) {
  if (image) return image;
  const [height, width, channels = 1] = inputShape;
  const flat = inputShape.length === 2;
  if (!height || !width || height < 4 || width < 4) return undefined;
  if (!flat && !(inputShape.length === 3 && (channels === 1 || channels === 3))) return undefined;
  return { height, width, channels: channels === 3 ? (3 as const) : (1 as const) };
}

/** The inputs of an example before standardising and scaling. Rows that were normalised stay so: ‖x‖ isn't kept. */
function rawInputs(
  dataset: Dataset,
  index: number,
  { inputShape, scale = 1, standardise, normaliseRows }: Preprocessing,
): number[] {
  const x = new Float64Array(inputShape.reduce((product, size) => product * size, 1));
  dataset.gatherInputs(Uint32Array.of(index), 0, 1, x);
  if (normaliseRows) return [...x];
  return [...x].map((value, i) => {
    const centred = standardise ? value * (standardise.deviation[i] || 1) + standardise.mean[i]! : value;
    // the way to the inputs and back rounds: 0.1 shall not be shown as 0.10000000000000002
    return Number((centred * scale).toPrecision(12));
  });
}

/** Whole numbers from 0 to 255. */
function asPixels(values: readonly number[], { normaliseRows }: Preprocessing): number[] {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, value);
  const factor = normaliseRows || largest <= 1 ? 255 / (normaliseRows ? largest || 1 : 1) : 1;
  return values.map(value => Math.min(255, Math.max(0, Math.round(value * factor))));
}
