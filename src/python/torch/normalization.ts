import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { dimsArgument, flagArgument, numberArgument } from '../ops/readArguments';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import type { Dim } from '../sizes/size';
import { type ArrayValue, sizeIn, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';
import { functional, layer, type Use } from './layer/layer';
import { hasChannels, hasRank, reportUse } from './layer/reports';
import { alike, lastSize, tensor, tensorIn } from './tensor/tensor';

const ranks: readonly (readonly [readonly number[], string])[] = [
  [[2, 3], '(batch, features) or (batch, channels, length)'],
  [[4], '(batch, channels, height, width)'],
  [[5], '(batch, channels, depth, height, width)'],
];

function batchNorm(axes: number): Entry {
  const [allowed, words] = ranks[axes - 1]!;
  return layer({
    names: [`BatchNorm${axes}d`],
    parameters:
      'num_features, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None',
    weights: ({ args }) => affine(args.affine, [sizeIn(args.num_features)]),
    rule: (call, use) => {
      const takes = sizeIn(use.setting('num_features'));
      const input = tensorIn(call.args.input);
      const open =
        allowed.length === 1 ? tensor([undefined, takes, ...Array<Dim>(axes).fill(undefined)]) : undefined;
      if (!input?.shape) return input || call.args.input?.kind === 'unknown' ? (open ?? unknown) : unknown;
      const { shape } = input;
      if (!hasRank(call, use, shape, allowed, words)) return unknown;
      const expected = { shape, takes, gets: shape[1], setting: 'num_features' };
      return hasChannels(call, use, expected, 1) ? alike(input) : unknown;
    },
  });
}

function affine(flag: Value | undefined, shape: readonly Dim[], standard = true): Record<string, ArrayValue> {
  return flagArgument(flag, standard)
    ? { weight: tensor(shape, 'float32'), bias: tensor(shape, 'float32') }
    : {};
}

function instanceNorm(axes: number): Entry {
  const sizes = ranks[axes - 1]![1];
  return layer({
    names: [`InstanceNorm${axes}d`],
    parameters:
      'num_features, eps=1e-5, momentum=0.1, affine=False, track_running_stats=False, device=None, dtype=None',
    weights: ({ args }) => affine(args.affine, [sizeIn(args.num_features)], false),
    rule: (call, use) => {
      const input = tensorIn(call.args.input);
      if (!input?.shape) return unknown;
      // another number of channels is only warned of, where there are no weights
      return hasRank(call, use, input.shape, [axes + 1, axes + 2], sizes) ? alike(input) : unknown;
    },
  });
}

function layerNorm(call: Call, use: Use): Value {
  const input = tensorIn(call.args.input);
  const given = use.setting('normalized_shape');
  const dims = given && dimsArgument(given);
  if (!input) return unknown;
  if (!dims) return alike(input);
  const { shape } = input;
  const ends = shape ? shape.slice(-dims.length) : dims.length === 1 ? [lastSize(input)] : undefined;
  if (!ends) return alike(input);
  const differ = dims.map((dim, i) => compareSizes(dim, ends[i])).find(isDifferent);
  if (!differ && ends.length === dims.length) return alike(input);
  const { words, source } = call.operand('input');
  const who = source === '' ? `What reaches ${use.words}` : words;
  reportUse(
    call,
    use,
    'feature-mismatch',
    `${who} ends in ${formatDims(ends)}, but ${use.words} normalises ${formatDims(dims)}: the last ${dims.length === 1 ? 'size' : 'sizes'} must be the same.`,
  );
  return unknown;
}

export const normalization: Family = {
  title: 'Normalisation and dropout',
  about: 'The channels, or the last sizes, must be those that the layer was made for.',
  entries: [
    ...[1, 2, 3].flatMap(axes => [batchNorm(axes), instanceNorm(axes)]),
    layer({
      names: ['LayerNorm', 'RMSNorm'],
      parameters: 'normalized_shape, eps=1e-5, elementwise_affine=True, bias=True, device=None, dtype=None',
      weights: ({ args }) => {
        const dims = args.normalized_shape && dimsArgument(args.normalized_shape);
        return dims ? affine(args.elementwise_affine, dims) : {};
      },
      rule: layerNorm,
    }),
    functional(['layer_norm'], 'input, normalized_shape, weight=None, bias=None, eps=1e-5', layerNorm),
    layer({
      names: ['GroupNorm'],
      parameters: 'num_groups, num_channels, eps=1e-5, affine=True, device=None, dtype=None',
      refuse: call => {
        const [groups, channels] = [
          numberArgument(call.args.num_groups),
          numberArgument(call.args.num_channels),
        ];
        if (!groups || channels === undefined || channels % groups === 0) return false;
        call.report({
          code: 'invalid-argument',
          message: `${call.written} makes ${groups} groups of channels, so their number must be a multiple of ${groups}, but it is ${channels}.`,
        });
        return true;
      },
      weights: ({ args }) => affine(args.affine, [sizeIn(args.num_channels)]),
      rule: (call, use) => {
        const input = tensorIn(call.args.input);
        if (!input?.shape) return unknown;
        const { shape } = input;
        const expected = {
          shape,
          takes: sizeIn(use.setting('num_channels')),
          gets: shape[1],
          setting: 'num_channels',
        };
        return shape.length < 2 || hasChannels(call, use, expected, 1) ? alike(input) : unknown;
      },
    }),
    functional(['batch_norm'], 'input, *rest, **extra', call => {
      const input = tensorIn(call.args.input);
      return input ? alike(input) : unknown;
    }),
    layer({
      names: ['LocalResponseNorm', 'CrossMapLRN2d'],
      parameters: 'size, alpha=1e-4, beta=0.75, k=1.0',
      rule: call => (tensorIn(call.args.input) ? alike(tensorIn(call.args.input)!) : unknown),
    }),
    ...[1, 2, 3].map(axes =>
      layer({
        names: axes === 1 ? ['Dropout', 'AlphaDropout', 'Dropout1d'] : [`Dropout${axes}d`],
        parameters: 'p=0.5, inplace=False',
        rule: (call, use) => {
          const input = tensorIn(call.args.input);
          if (!input) return unknown;
          const few = axes > 1 && input.shape && input.shape.length < 2;
          if (few && !hasRank(call, use, input.shape!, [axes + 1, axes + 2], 'whole channels are left out'))
            return unknown;
          return alike(input);
        },
      }),
    ),
  ],
};
