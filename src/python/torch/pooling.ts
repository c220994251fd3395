import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { dimsArgument, flagArgument } from '../ops/readArguments';
import { covered, slid } from '../shapes/window';
import { type Dim, isNumber, plus, times } from '../sizes/size';
import { float, tuple, unknown, type Value } from '../values/value';
import { functional, layer, type Use } from './layer/layer';
import { hasRank, reportEmpty, reportUse } from './layer/reports';
import { sizesWords } from './layer/sizesWords';
import { perAxis } from './tensor/dims';
import { reshaped, tensor, tensorIn } from './tensor/tensor';

function pool(call: Call, use: Use, axes: number): Value {
  const input = tensorIn(call.args.input);
  const open = Array<Dim>(axes).fill(undefined);
  if (!input?.shape)
    return input || call.args.input?.kind === 'unknown' ? tensor(undefined, input?.dtype) : unknown;
  const { shape } = input;
  const sizes = sizesWords(axes);
  if (!hasRank(call, use, shape, [axes + 1, axes + 2], `(batch, channels, ${sizes}) or (channels, ${sizes})`))
    return unknown;
  const kernel = perAxis(use.setting('kernel_size'), axes, 1);
  const given = use.setting('stride');
  const stride = !given || given.kind === 'none' ? kernel : perAxis(given, axes, 1);
  const padding = perAxis(use.setting('padding'), axes, 0);
  const dilation = perAxis(use.setting('dilation'), axes, 1);
  const ceil = flagArgument(use.setting('ceil_mode'), false);
  const before = shape.slice(-axes);
  const first = shape.length - axes;
  const wide = padding.findIndex((pad, i) => {
    const size = kernel[i];
    return isNumber(pad) && isNumber(size) && pad > size / 2;
  });
  if (wide >= 0) {
    reportUse(
      call,
      use,
      'invalid-argument',
      `${use.words} pads with ${padding[wide] as number}, more than half of its window of ${kernel[wide] as number}.`,
    );
    return unknown;
  }
  const covers = kernel.map((size, i) => covered(size, dilation[i]));
  const after =
    ceil === undefined
      ? open
      : before.map((size, i) => slid(size, covers[i], stride[i], { padding: padding[i], up: ceil }));
  const empty = before.findIndex((size, i) => {
    const window = covers[i];
    const padded = plus(size, times(2, padding[i]));
    // max_pool1d gives nothing, without a word
    const silent = axes === 1 && /max/i.test(call.name + use.words);
    if (silent || !isNumber(window) || !isNumber(padded) || window <= padded) return false;
    return ceil === false || after[i] === 0;
  });
  if (empty >= 0) {
    reportEmpty(call, use, shape, first + empty, covers[empty]);
    return unknown;
  }
  const pooled = reshaped(input, [...shape.slice(0, first), ...after]);
  const indices = flagArgument(use.setting('return_indices'), false);
  return indices === false ? pooled : indices ? tuple([pooled, tensor(pooled.shape, 'int64')]) : unknown;
}

/** The sizes asked for; None leaves one as it is. */
function adaptive(call: Call, use: Use, axes: number): Value {
  const input = tensorIn(call.args.input);
  if (!input?.shape) return input ? tensor(undefined, input.dtype) : unknown;
  const { shape } = input;
  const sizes = sizesWords(axes);
  if (!hasRank(call, use, shape, [axes + 1, axes + 2], `(batch, channels, ${sizes}) or (channels, ${sizes})`))
    return unknown;
  const asked = use.setting('output_size');
  const items = asked?.kind === 'tuple' || asked?.kind === 'list' ? dimsArgument(asked) : undefined;
  const isNone = (i: number) => asked?.kind === 'tuple' && asked.items[i]?.kind === 'none';
  const wanted = perAxis(asked, axes, 1);
  const after = shape.slice(-axes).map((size, i) => (items && isNone(i) ? size : wanted[i]));
  if (flagArgument(use.setting('return_indices'), false) !== false) return unknown;
  return reshaped(input, [...shape.slice(0, -axes), ...after]);
}

const maximum = 'kernel_size, stride=None, padding=0, dilation=1, return_indices=False, ceil_mode=False';
const maximumFunction =
  'kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, return_indices=False';
const average =
  'kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None';

function poolings(axes: number): readonly Entry[] {
  return [
    layer({ names: [`MaxPool${axes}d`], parameters: maximum, rule: (call, use) => pool(call, use, axes) }),
    layer({ names: [`AvgPool${axes}d`], parameters: average, rule: (call, use) => pool(call, use, axes) }),
    functional([`max_pool${axes}d`, `torch.max_pool${axes}d`], `input, ${maximumFunction}`, (call, use) =>
      pool(call, use, axes),
    ),
    functional([`avg_pool${axes}d`], `input, ${average}`, (call, use) => pool(call, use, axes)),
    layer({
      names: [`AdaptiveAvgPool${axes}d`],
      parameters: 'output_size',
      rule: (call, use) => adaptive(call, use, axes),
    }),
    layer({
      names: [`AdaptiveMaxPool${axes}d`],
      parameters: 'output_size, return_indices=False',
      rule: (call, use) => adaptive(call, use, axes),
    }),
    functional(
      [`adaptive_avg_pool${axes}d`, `adaptive_max_pool${axes}d`],
      'input, output_size, return_indices=False',
      (call, use) => adaptive(call, use, axes),
    ),
  ];
}

/** `Upsample` and `interpolate`: a size asked for, or a factor. */
function upsampled(call: Call, use: Use): Value {
  const input = tensorIn(call.args.input);
  if (!input?.shape || input.shape.length < 3) return unknown;
  const { shape } = input;
  const before = shape.slice(2);
  const [size, factor] = [use.setting('size'), use.setting('scale_factor')];
  if (size && size.kind !== 'none')
    return reshaped(input, [...shape.slice(0, 2), ...perAxis(size, before.length, 1)]);
  const by = factor?.kind === 'int' ? factor.size : factor?.kind === 'float' ? factor.value : undefined;
  const after = before.map(each =>
    isNumber(by) && isNumber(each)
      ? Math.floor(each * by)
      : factor?.kind === 'int'
        ? times(each, by)
        : undefined,
  );
  return reshaped(input, [...shape.slice(0, 2), ...after]);
}

/** `F.pad`: from the last axis to the first, before and behind. */
function padded(call: Call, sizes: readonly Dim[] | undefined): Value {
  const input = tensorIn(call.args.input);
  if (!input?.shape || !sizes) return input ? tensor(undefined, input.dtype) : unknown;
  const { shape } = input;
  if (sizes.length % 2 > 0 || sizes.length > 2 * shape.length) {
    call.report({
      code: 'invalid-argument',
      message: `The padding needs two numbers for each size from the last on, at most ${2 * shape.length} here, but has ${sizes.length}.`,
    });
    return unknown;
  }
  return reshaped(
    input,
    shape.map((dim, i) => {
      const at = 2 * (shape.length - 1 - i);
      return at < sizes.length ? plus(dim, plus(sizes[at], sizes[at + 1])) : dim;
    }),
  );
}

const pads = ['ReflectionPad', 'ReplicationPad', 'ZeroPad', 'ConstantPad', 'CircularPad'];

function padding(axes: number): Entry {
  return layer({
    names: pads.map(name => `${name}${axes}d`),
    parameters: 'padding, value=None',
    rule: (call, use) => {
      const given = use.setting('padding');
      const dims = given && dimsArgument(given);
      return padded(call, dims?.length === 1 ? Array<Dim>(2 * axes).fill(dims[0]) : dims);
    },
  });
}

export const pooling: Family = {
  title: 'Pooling, padding and resizing',
  about: 'The window must fit into what it goes over.',
  entries: [
    ...[1, 2, 3].flatMap(axes => [...poolings(axes), padding(axes)]),
    functional(['pad'], 'input, pad, mode="constant", value=None', call =>
      padded(call, dimsArgument(call.args.pad)),
    ),
    layer({
      names: ['Upsample', 'UpsamplingNearest2d', 'UpsamplingBilinear2d'],
      parameters:
        'size=None, scale_factor=None, mode="nearest", align_corners=None, recompute_scale_factor=None',
      rule: upsampled,
    }),
    functional(
      ['interpolate', 'upsample'],
      'input, size=None, scale_factor=None, mode="nearest", align_corners=None, recompute_scale_factor=None, antialias=False',
      upsampled,
    ),
    { kind: 'value', names: ['torch.inf', 'torch.pi', 'torch.e'], value: float() },
  ],
};
