import { type AugmentationSetting, augmentationOf } from '../../augmentations';
import type { Fields } from '../../augmentations/augmentation';
import { pictureSize } from '../../augmentations/picture/picture';
import type { PictureSize } from '../../kernels/resampler';
import { formatShape } from '../../shape';
import type { TargetFacts } from '../dataReport';
import { takesSeries } from '../takesSeries';
import type { Finding, Rule } from './rule';

const network = (shape: string, augment: string) => `{
  "layers": [
    { "id": "input", "type": "input", "shape": ${shape} },
    { "id": "flatten", "type": "flatten" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": {
    "loss": "binary-cross-entropy",
    "optimizer": "adam",
    "iterations": 2000${augment && `,\n    "augment": ${augment}`}
  }
}
`;

const masks = (augment: string, activation = 'sigmoid', loss = 'binary-cross-entropy') => `{
  "data": { "train": { "x": "pictures.npy", "y": "masks.npy" } },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "flatten", "type": "flatten" },
    { "id": "output", "type": "dense", "units": 16, "activation": "${activation}" }
  ],
  "training": { "loss": "${loss}", "optimizer": "adam", "iterations": 2000, "augment": ${augment} }
}
`;

const series = (augment: string) => `{
  "layers": [
    { "id": "input", "type": "input", "shape": [24, 3] },
    { "id": "conv", "type": "conv1d", "filters": 4, "kernelSize": 3 },
    { "id": "pool", "type": "global-average-pool" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "adam", "iterations": 2000, "augment": ${augment} }
}
`;

export const augmentation: Rule = {
  code: 'augmentation',
  severity: 'error',
  why: 'An augmentation makes of an example another one that might as well have been there. It has to suit the data: only pictures can be turned, only colours can fade, and something of the picture has to be left.',
  examples: [
    {
      bad: network('[12]', '[{ "type": "rotate", "degrees": 15 }, { "type": "noise", "deviation": 0.1 }]'),
      good: network('[12]', '[{ "type": "noise", "deviation": 0.1 }]'),
    },
    { bad: network('[28, 28]', '["saturation", "flip"]'), good: network('[28, 28]', '["flip"]') },
    {
      bad: network('[32, 32, 3]', '[{ "type": "crop", "height": 40, "width": 24 }]'),
      good: network('[32, 32, 3]', '[{ "type": "crop", "height": 28, "width": 24 }]'),
    },
    {
      bad: network('[32, 32, 3]', '[{ "type": "zoom", "from": 0, "to": 1.2 }]'),
      good: network('[32, 32, 3]', '[{ "type": "zoom", "from": 0.9, "to": 1.2 }]'),
    },
    {
      bad: network('[32, 32, 3]', '[{ "type": "shift", "height": 1, "width": 0.1 }]'),
      good: network('[32, 32, 3]', '[{ "type": "shift", "height": 0.1, "width": 0.1 }]'),
    },
    {
      bad: network(
        '[32, 32, 3]',
        '[{ "type": "rotate", "border": "zeros" }, { "type": "shift", "border": "edge" }]',
      ),
      good: network(
        '[32, 32, 3]',
        '[{ "type": "rotate", "border": "zeros" }, { "type": "shift", "border": "zeros" }]',
      ),
    },
    {
      bad: masks('[{ "type": "rotate", "degrees": 15 }, "noise"]'),
      good: masks('["noise"]'),
      data: {
        facts: {
          inputShape: [4, 4],
          examples: { train: 80, test: 20 },
          targets: { n: 16, binary: true, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
    {
      // of steps, not of rows
      bad: series('["flip", "noise"]'),
      good: series('["noise"]'),
    },
    {
      // masks of another size than the pictures
      bad: masks('[{ "type": "rotate", "degrees": 15 }, "noise"]'),
      good: masks('["noise"]'),
      data: {
        facts: {
          inputShape: [8, 8],
          examples: { train: 80, test: 20 },
          targets: { n: 16, binary: true, oneHot: false, ofArrays: true },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
    {
      // eight key points
      bad: masks('["flip", "noise"]', 'linear', 'mean-squared-error'),
      good: masks('["noise"]', 'linear', 'mean-squared-error'),
      data: {
        facts: {
          inputShape: [8, 8],
          examples: { train: 80, test: 20 },
          targets: { n: 16, binary: false, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check({ network: { training }, graph, shapes, data, report }) {
    const list = training?.augment;
    if (!list || list.length === 0) return;
    const [source] = graph.sources;
    const shape = data?.facts?.inputShape ?? (source && shapes.layers.get(source.id)?.output);
    const known = shape?.every(side => typeof side === 'number') ? (shape as readonly number[]) : undefined;
    // whose values are no grey levels, and whose rows are no heights
    const series = known?.length === 2 && source && takesSeries(graph, shapes, source);
    const size = known && !series ? pictureSize(known) : undefined;
    const border = list.find(setting => setting.border !== undefined)?.border;
    list.forEach((setting, i) => {
      const finding = known && unsuited(setting, known, size, data?.facts?.targets, i, list);
      const unmoved = size && !finding && ofPlaces(setting, data?.facts?.targets, i, list);
      if (unmoved) report(unmoved);
      if (finding) report(finding);
      else if (setting.border !== undefined && setting.border !== border) {
        report({
          field: `training.augment.${i}.border`,
          message: `All movements of a picture are made as one, so that they have one border. Before, it is "${border}"; here, "${setting.border}".`,
          fixes: [
            {
              title: `Change "border" to "${border}"`,
              edits: [{ kind: 'set-value', path: ['training', 'augment', i, 'border'], value: border }],
            },
          ],
        });
      }
    });
  },
};

/** What an augmentation can't do with examples of a shape. */
function unsuited(
  setting: AugmentationSetting,
  shape: readonly number[],
  size: PictureSize | undefined,
  targets: TargetFacts | undefined,
  i: number,
  list: readonly AugmentationSetting[],
): Finding | undefined {
  const definition = augmentationOf(setting.type);
  const numbers =
    definition.kind === 'mixture' || (definition.kind === 'change' && definition.changeNumbers !== undefined);
  const without = removal(i, list);
  if (!size && !numbers) {
    return {
      field: `training.augment.${i}`,
      message: `"${setting.type}" is for pictures, but an example of the data ${shape.length === 2 ? `is a series of ${shape[0]} steps` : `has shape ${formatShape(shape)}`}. Remove it; "noise" and "mixup" suit other data.`,
      fixes: [without],
    };
  }
  if (size && size.channels !== 3 && definition.kind === 'change' && definition.needsColours) {
    return {
      field: `training.augment.${i}`,
      message: `"${setting.type}" needs colours, but the pictures are ${size.channels === 1 ? 'grey' : `of ${size.channels} channels`}. Remove it, or take "brightness" or "contrast".`,
      fixes: [without],
    };
  }
  if (size && definition.kind === 'movement' && targets && isPicture(targets, size)) {
    return {
      field: `training.augment.${i}`,
      message: `"${setting.type}" would move a picture but not its label, which is a picture or array too. Remove it; what changes values, such as "brightness" or "noise", suits such labels.`,
      fixes: [without],
    };
  }
  return size && faulty(setting, size, i);
}

/** Labels of several numbers may be places in the picture, which don't move with it. Those of 0 and 1 are none. */
function ofPlaces(
  { type }: AugmentationSetting,
  targets: TargetFacts | undefined,
  i: number,
  list: readonly AugmentationSetting[],
): Finding | undefined {
  if (!targets || targets.n === 1 || targets.oneHot || targets.binary) return undefined;
  if (augmentationOf(type).kind !== 'movement') return undefined;
  return {
    severity: 'warning',
    field: `training.augment.${i}`,
    message: `"${type}" moves a picture, but its label, which is ${targets.n} numbers, stays as it is. If they say places in the picture, such as key points or boxes, remove "${type}".`,
    fixes: [removal(i, list)],
  };
}

function removal(i: number, list: readonly AugmentationSetting[]): NonNullable<Finding['fixes']>[number] {
  return {
    title: `Remove "${list[i]!.type}"`,
    edits: [
      {
        kind: 'set-value',
        path: list.length === 1 ? ['training', 'augment'] : ['training', 'augment', i],
        value: undefined,
      },
    ],
  };
}

/**
 * Whether there is an array for a label, as of masks, or where the network is to give back what enters it; or a row of a number
 * for each pixel.
 */
function isPicture({ n, oneHot, ofArrays }: TargetFacts, { height, width }: PictureSize): boolean {
  return ofArrays ?? (n > 1 && !oneHot && n % (height * width) === 0);
}

/** What its settings can't do with pictures of a size. */
function faulty(setting: AugmentationSetting, size: PictureSize, i: number): Finding | undefined {
  const { type, ...fields } = setting;
  const fault = augmentationOf(type).fault?.(fields as Fields, size);
  if (!fault) return undefined;
  const { field, message, instead } = fault;
  const written = fields[field] !== undefined;
  return {
    // a default that is at fault stands nowhere
    field: written ? `training.augment.${i}.${field}` : `training.augment.${i}`,
    message,
    fixes:
      instead === undefined
        ? []
        : [
            {
              title: `Change "${field}" to ${instead}`,
              edits: [{ kind: 'set-value', path: ['training', 'augment', i, field], value: instead }],
            },
          ],
  };
}
