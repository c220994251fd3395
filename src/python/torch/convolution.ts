import type { Call } from '../ops/call';
import type { ClassEntry, Family } from '../ops/entry';
import { flagArgument, numberArgument } from '../ops/readArguments';
import { covered, slid } from '../shapes/window';
import { type Dim, floorDivide, isNumber, minus, plus, times } from '../sizes/size';
import { int, sizeIn, unknown, type Value } from '../values/value';
import { functional, layer, type Use } from './layer/layer';
import { hasChannels, hasRank, reportEmpty } from './layer/reports';
import { sizesWords } from './layer/sizesWords';
import { perAxis } from './tensor/dims';
import { reshaped, tensor, tensorIn } from './tensor/tensor';

interface Convolution {
  readonly axes: number;
  readonly transposed: boolean;
}

/** What a convolution gives: the batch as it is, its own channels, and what its window leaves of the rest. */
function convolve(
  call: Call,
  use: Use,
  { axes, transposed }: Convolution,
  takes: Dim,
  gives: Dim,
  kernel: readonly Dim[],
): Value {
  const input = tensorIn(call.args.input);
  const open = Array<Dim>(axes).fill(undefined);
  // images come in batches
  if (!input?.shape)
    return input || call.args.input?.kind === 'unknown'
      ? tensor([undefined, gives, ...open], input?.dtype)
      : unknown;
  const { shape } = input;
  const sizes = sizesWords(axes);
  if (!hasRank(call, use, shape, [axes + 1, axes + 2], `(batch, channels, ${sizes}) or (channels, ${sizes})`))
    return unknown;
  const axis = shape.length - axes - 1;
  const batch = shape.slice(0, axis);
  if (!hasChannels(call, use, { shape, takes, gets: shape[axis], setting: 'in_channels' }, axis))
    return reshaped(input, [...batch, gives, ...open]);
  const [stride, dilation] = [
    perAxis(use.setting('stride'), axes, 1),
    perAxis(use.setting('dilation'), axes, 1),
  ];
  const padding = use.setting('padding');
  const before = shape.slice(-axes);
  if (transposed) {
    const [pads, more] = [perAxis(padding, axes, 0), perAxis(use.setting('output_padding'), axes, 0)];
    const grown = before.map((size, i) =>
      plus(
        minus(times(minus(size, 1), stride[i]), times(2, pads[i])),
        plus(plus(times(dilation[i], minus(kernel[i], 1)), more[i]), 1),
      ),
    );
    return reshaped(input, [...batch, gives, ...grown]);
  }
  const covers = kernel.map((size, i) => covered(size, dilation[i]));
  if (padding?.kind === 'string') {
    const after = before.map((size, i) =>
      padding.value === 'same' ? size : slid(size, covers[i], stride[i]),
    );
    return reshaped(input, [...batch, gives, ...after]);
  }
  const pads = perAxis(padding, axes, 0);
  const after = before.map((size, i) => slid(size, covers[i], stride[i], { padding: pads[i] }));
  const empty = before.findIndex((size, i) => {
    const window = covers[i];
    const padded = plus(size, times(2, pads[i]));
    return isNumber(window) && isNumber(padded) && window > padded;
  });
  if (empty >= 0) {
    reportEmpty(call, use, shape, axis + 1 + empty, covers[empty]);
    return unknown;
  }
  return reshaped(input, [...batch, gives, ...after]);
}

/** A group of channels must be whole. */
function refuse(call: Call): boolean {
  const groups = call.args.groups ? numberArgument(call.args.groups) : 1;
  if (groups === undefined || groups < 1) return false;
  for (const name of ['in_channels', 'out_channels']) {
    const channels = numberArgument(call.args[name]);
    if (channels === undefined || channels % groups === 0) continue;
    call.report({
      code: 'invalid-argument',
      message: `${call.written} has ${groups} groups, so ${name} must be a multiple of ${groups}, but it is ${channels}.`,
    });
    return true;
  }
  return false;
}

function convolutionLayer(name: string, convolution: Convolution): ClassEntry {
  const { axes, transposed } = convolution;
  const settings = transposed
    ? 'stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1'
    : 'stride=1, padding=0, dilation=1, groups=1, bias=True';
  return layer({
    names: [name],
    parameters: `in_channels, out_channels, kernel_size, ${settings}, padding_mode="zeros", device=None, dtype=None`,
    ...(transposed && { callParameters: 'input, output_size=None' }),
    refuse,
    weights: ({ args }) => {
      const [takes, gives] = [sizeIn(args.in_channels), sizeIn(args.out_channels)];
      const kernel = perAxis(args.kernel_size, axes, 1);
      const groups = args.groups ? sizeIn(args.groups) : 1;
      const [first, second] = transposed ? [takes, gives] : [gives, takes];
      return {
        weight: tensor([first, floorDivide(second, groups), ...kernel], 'float32'),
        bias: flagArgument(args.bias, true) ? tensor([gives], 'float32') : undefined,
      };
    },
    rule: (call, use) => {
      if (call.args.output_size) return unknown;
      return convolve(
        call,
        use,
        convolution,
        sizeIn(use.setting('in_channels')),
        sizeIn(use.setting('out_channels')),
        perAxis(use.setting('kernel_size'), axes, 1),
      );
    },
  });
}

function convolutionFunction(axes: number) {
  return functional(
    [`conv${axes}d`, `torch.conv${axes}d`],
    'input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1',
    (call, use) => {
      const weight = tensorIn(call.args.weight)?.shape;
      if (weight?.length !== axes + 2) return unknown;
      const groups = call.args.groups ?? int(1);
      const takes = times(weight[1], sizeIn(groups));
      const words = call.operand('weight').words;
      return convolve(
        call,
        { ...use, words },
        { axes, transposed: false },
        takes,
        weight[0],
        weight.slice(2),
      );
    },
  );
}

export const convolution: Family = {
  title: 'Convolutions',
  about: 'The channels must be `in_channels`, the window must fit, and groups must be whole.',
  entries: [1, 2, 3].flatMap(axes => [
    convolutionLayer(`Conv${axes}d`, { axes, transposed: false }),
    convolutionLayer(`ConvTranspose${axes}d`, { axes, transposed: true }),
    convolutionFunction(axes),
  ]),
};
