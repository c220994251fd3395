import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { dimsArgument, flagArgument, numberArgument } from '../ops/readArguments';
import { reportReshape } from '../ops/reportReshape';
import { axisPlace } from '../shapes/axes';
import { reshape } from '../shapes/reshape';
import { compareSizes } from '../sizes/compareSizes';
import { isNumber, product } from '../sizes/size';
import { sizeIn, unknown, type Value } from '../values/value';
import { functional, layer, type Use } from './layer/layer';
import { hasFeatures } from './layer/reports';
import { placeOf } from './tensor/dims';
import { lastSize, reshaped, tensor, tensorEndingIn, tensorIn } from './tensor/tensor';

function linearRule(call: Call, use: Use): Value {
  const [takes, gives] = [sizeIn(use.setting('in_features')), sizeIn(use.setting('out_features'))];
  const input = tensorIn(call.args.input);
  if (!input) return call.args.input?.kind === 'unknown' ? tensorEndingIn(gives) : unknown;
  const { shape } = input;
  const gets = lastSize(input);
  if (shape?.length === 0) return unknown;
  const fits = hasFeatures(call, use, { shape, takes, gets, setting: 'in_features' });
  return shape && fits ? reshaped(input, [...shape.slice(0, -1), gives]) : tensorEndingIn(gives, input.dtype);
}

/** `start_dim` to `end_dim` made one. */
export function flattened(call: Call, start: number | undefined, end: number | undefined): Value {
  const input = tensorIn(call.args.input);
  if (!input?.shape || start === undefined || end === undefined) {
    return input || call.args.input?.kind === 'unknown'
      ? tensor(start === 1 && end === -1 ? [undefined, undefined] : undefined, input?.dtype)
      : unknown;
  }
  const { shape } = input;
  if (shape.length === 0) return reshaped(input, [1]);
  const [first, last] = [placeOf(call, shape, start), placeOf(call, shape, end)];
  if (first === undefined || last === undefined) return unknown;
  if (first > last) {
    call.report({
      code: 'axis-out-of-range',
      message: `${call.written} flattens from axis ${first} to axis ${last}, but the first comes after the last.`,
    });
    return unknown;
  }
  return reshaped(input, [
    ...shape.slice(0, first),
    product(shape.slice(first, last + 1)),
    ...shape.slice(last + 1),
  ]);
}

/** One axis made several. */
function unflattened(call: Call, dim: Value | undefined, sizes: Value | undefined): Value {
  const input = tensorIn(call.args.input);
  const [axis, to] = [numberArgument(dim), dimsArgument(sizes)];
  if (!input?.shape || axis === undefined || !to) return input ? tensor(undefined, input.dtype) : unknown;
  const place = axisPlace(axis, input.shape.length);
  if (place === undefined) return unknown;
  const { shape, clash } = reshape([input.shape[place]], to);
  if (clash) reportReshape(call, 'input', [input.shape[place]], to, clash);
  return reshaped(input, [...input.shape.slice(0, place), ...shape, ...input.shape.slice(place + 1)]);
}

export const linear: Family = {
  title: 'Linear layers, embeddings, and flattening',
  about: 'The last size must be `in_features`; `Flatten` makes one of several sizes.',
  entries: [
    layer({
      names: ['Linear'],
      parameters: 'in_features, out_features, bias=True, device=None, dtype=None',
      weights: ({ args }) => {
        const [takes, gives] = [sizeIn(args.in_features), sizeIn(args.out_features)];
        return {
          weight: tensor([gives, takes], 'float32'),
          bias: flagArgument(args.bias, true) ? tensor([gives], 'float32') : undefined,
        };
      },
      rule: linearRule,
    }),
    {
      kind: 'function',
      names: ['torch.nn.functional.linear'],
      parameters: 'input, weight, bias=None',
      rule: call => {
        const weight = tensorIn(call.args.weight)?.shape;
        const input = tensorIn(call.args.input);
        if (weight?.length !== 2 || !input?.shape || input.shape.length === 0) return unknown;
        const use = {
          setting: () => undefined,
          words: call.operand('weight').words,
          numberAt: () => undefined,
        };
        const fits = hasFeatures(call, use, {
          shape: input.shape,
          takes: weight[1],
          gets: input.shape.at(-1),
          setting: 'weight',
        });
        return fits ? reshaped(input, [...input.shape.slice(0, -1), weight[0]]) : tensorEndingIn(weight[0]);
      },
    },
    layer({
      names: ['Bilinear'],
      parameters: 'in1_features, in2_features, out_features, bias=True, device=None, dtype=None',
      callParameters: 'input, input2',
      rule: (call, use) => {
        const gives = sizeIn(use.setting('out_features'));
        for (const [parameter, setting] of [
          ['input', 'in1_features'],
          ['input2', 'in2_features'],
        ] as const) {
          const { shape } = tensorIn(call.args[parameter]) ?? {};
          const takes = sizeIn(use.setting(setting));
          if (shape && !hasFeatures(call, use, { parameter, shape, takes, gets: shape.at(-1), setting }))
            return tensorEndingIn(gives);
        }
        const input = tensorIn(call.args.input);
        return input?.shape ? reshaped(input, [...input.shape.slice(0, -1), gives]) : tensorEndingIn(gives);
      },
    }),
    layer({
      names: ['Embedding'],
      parameters:
        'num_embeddings, embedding_dim, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False, device=None, dtype=None',
      weights: ({ args }) => ({
        weight: tensor([sizeIn(args.num_embeddings), sizeIn(args.embedding_dim)], 'float32'),
      }),
      rule: (call, use) => {
        const gives = sizeIn(use.setting('embedding_dim'));
        const shape = tensorIn(call.args.input)?.shape;
        return shape ? tensor([...shape, gives], 'float32') : tensorEndingIn(gives, 'float32');
      },
    }),
    {
      kind: 'function',
      names: ['torch.nn.Embedding.from_pretrained'],
      parameters: 'embeddings, freeze=True, padding_idx=None',
      rule: call => {
        const shape = tensorIn(call.args.embeddings)?.shape;
        if (shape?.length !== 2) return unknown;
        return call.invoke(
          call.named('torch.nn.Embedding'),
          shape.map(size => ({ kind: 'int', size })),
        );
      },
    },
    functional(['embedding'], 'input, weight, padding_idx=None', call => {
      const [shape, weight] = [tensorIn(call.args.input)?.shape, tensorIn(call.args.weight)?.shape];
      return shape && weight?.length === 2 ? tensor([...shape, weight[1]], 'float32') : unknown;
    }),
    {
      kind: 'function',
      names: ['torch.nn.functional.one_hot'],
      parameters: 'input, num_classes=-1',
      rule: ({ args }) => {
        const shape = tensorIn(args.input)?.shape;
        const classes = sizeIn(args.num_classes);
        return shape ? tensor([...shape, classes === -1 ? undefined : classes], 'int64') : unknown;
      },
    },
    layer({
      names: ['Flatten'],
      parameters: 'start_dim=1, end_dim=-1',
      rule: (call, use) => {
        const at = (name: string, standard: number) => {
          const given = use.setting(name);
          return given ? numberArgument(given) : standard;
        };
        return flattened(call, at('start_dim', 1), at('end_dim', -1));
      },
    }),
    {
      kind: 'function',
      names: ['torch.flatten', 'torch.Tensor.flatten'],
      parameters: 'input, start_dim=0, end_dim=-1',
      rule: call => {
        const { start_dim: start, end_dim: end } = call.args;
        return flattened(call, start ? numberArgument(start) : 0, end ? numberArgument(end) : -1);
      },
    },
    layer({
      names: ['Unflatten'],
      parameters: 'dim, unflattened_size',
      rule: (call, use) => unflattened(call, use.setting('dim'), use.setting('unflattened_size')),
    }),
    {
      kind: 'function',
      names: ['torch.unflatten', 'torch.Tensor.unflatten'],
      parameters: 'input, dim, sizes',
      rule: call => unflattened(call, call.args.dim, call.args.sizes),
    },
    layer({
      names: ['PixelShuffle'],
      parameters: 'upscale_factor',
      rule: (call, use) => {
        const input = tensorIn(call.args.input);
        const by = numberArgument(use.setting('upscale_factor'));
        if (!input?.shape || input.shape.length < 3 || by === undefined || by < 1) return unknown;
        const [channels, height, width] = input.shape.slice(-3);
        if (isNumber(channels) && compareSizes(channels % (by * by), 0) === 'different') {
          call.report({
            code: 'channel-mismatch',
            message: `${use.words} takes ${by * by} channels for each it gives, but ${channels} isn't a multiple of ${by * by}.`,
          });
          return unknown;
        }
        const scaled = [height, width].map(size => (isNumber(size) ? size * by : undefined));
        return reshaped(input, [
          ...input.shape.slice(0, -3),
          isNumber(channels) ? channels / (by * by) : undefined,
          ...scaled,
        ]);
      },
    }),
  ],
};
