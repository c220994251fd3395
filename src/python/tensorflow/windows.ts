import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { tensor, tensorType } from '../ops/tensor';
import { slidOver } from '../shapes/window';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim, isNumber } from '../sizes/size';
import { itemsOf, sizeIn, string, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';

/** `2`, `[2, 2]` or `[1, 2, 2, 1]`: for rows and for columns. */
function rowsAndColumns(value: Value | undefined): readonly [Dim, Dim] {
  const items = value && itemsOf(value)?.map(sizeIn);
  if (!items) return [sizeIn(value), sizeIn(value)];
  if (items.length === 1) return [items[0], items[0]];
  return items.length === 4
    ? [items[1], items[2]]
    : items.length === 2
      ? [items[0], items[1]]
      : [undefined, undefined];
}

/** Rows and columns after a window slid over them; undefined after a report. */
function slid(
  call: Call,
  sizes: readonly Dim[],
  window: readonly Dim[],
  strides: readonly Dim[],
): readonly Dim[] | undefined {
  const { padding = string('VALID') } = call.args;
  const how = padding.kind === 'string' ? padding.value?.toUpperCase() : undefined;
  const after = slidOver(sizes, {
    covers: window,
    strides,
    padding: how === 'SAME' ? 'same' : how === 'VALID' ? 'valid' : undefined,
  });
  if (!after) {
    call.report({
      code: 'negative-dimension',
      message: `The window of ${call.written} is ${formatDims(window)}, but its input has only ${formatDims(sizes)}: nothing would come out.`,
    });
  }
  return after;
}

/** Whether the channels come last, as they do where nothing else is said. */
function isLast({ args }: Call): boolean {
  return !args.data_format || (args.data_format.kind === 'string' && args.data_format.value === 'NHWC');
}

function convolved(call: Call): Value {
  const { args } = call;
  const input = asArray(args.input, tensorType);
  const filters = asArray(args.filters ?? args.filter, tensorType);
  if (input?.shape?.length !== 4 || filters?.shape?.length !== 4 || args.dilations || !isLast(call))
    return unknown;
  const [examples, rows, columns, channels] = input.shape;
  const [height, width, taken, made] = filters.shape;
  const certainty = compareSizes(channels, taken);
  // filters of fewer channels make groups
  const isGrouped = isNumber(channels) && isNumber(taken) && taken > 0 && channels % taken === 0;
  if (isDifferent(certainty) && !isGrouped) {
    const [left, right] = [call.operand('input'), call.operand(args.filters ? 'filters' : 'filter')];
    call.report({
      code: 'input-shape-mismatch',
      certainty,
      message: `${left.words} is ${formatDims(input.shape)} and has ${formatDim(channels)} channels, but the filters ${right.words} are ${formatDims(filters.shape)}, for ${formatDim(taken)}.`,
      related: [...left.origins, ...right.origins],
    });
    return unknown;
  }
  const sizes = slid(call, [rows, columns], [height, width], rowsAndColumns(args.strides));
  return sizes ? tensor([examples, ...sizes, made], input.dtype) : unknown;
}

function pooled(call: Call): Value {
  const input = asArray(call.args.input ?? call.args.value, tensorType);
  if (input?.shape?.length !== 4 || !isLast(call)) return unknown;
  const [examples, rows, columns, channels] = input.shape;
  const sizes = slid(
    call,
    [rows, columns],
    rowsAndColumns(call.args.ksize),
    rowsAndColumns(call.args.strides),
  );
  return sizes ? tensor([examples, ...sizes, channels], input.dtype) : unknown;
}

const same = (names: readonly string[]): Entry => ({
  kind: 'function',
  names,
  parameters: 'value, bias, data_format=None, name=None',
  rule: call => {
    const [of, bias] = [asArray(call.args.value, tensorType), asArray(call.args.bias, tensorType)];
    if (!of?.shape || of.shape.length === 0) return unknown;
    const certainty = compareSizes(of.shape.at(-1), bias?.shape?.length === 1 ? bias.shape[0] : undefined);
    if (isLast(call) && isDifferent(certainty)) {
      const [left, right] = [call.operand('value'), call.operand('bias')];
      call.report({
        code: 'broadcast-mismatch',
        certainty,
        message: `${left.words} is ${formatDims(of.shape)}, but ${right.words} is ${formatDims(bias!.shape!)}: one number for each of ${formatDim(of.shape.at(-1))} channels is needed.`,
        related: [...left.origins, ...right.origins],
      });
      return unknown;
    }
    return tensor(of.shape, of.dtype);
  },
});

export const windows: Family = {
  title: 'Convolutions of TensorFlow',
  about: '`tf.nn.conv2d`, `max_pool`, `avg_pool` and `bias_add`: channels and filters, windows and strides.',
  entries: [
    {
      kind: 'function',
      names: ['tensorflow.nn.conv2d'],
      parameters:
        'input, filters=None, strides=None, padding=None, data_format=None, dilations=None, name=None, filter=None, use_cudnn_on_gpu=None',
      rule: convolved,
    },
    {
      kind: 'function',
      names: [
        'tensorflow.nn.max_pool',
        'tensorflow.nn.avg_pool',
        'tensorflow.nn.max_pool2d',
        'tensorflow.nn.avg_pool2d',
      ],
      parameters:
        'input=None, ksize=None, strides=None, padding=None, data_format=None, name=None, value=None',
      rule: pooled,
    },
    same(['tensorflow.nn.bias_add']),
  ],
};
