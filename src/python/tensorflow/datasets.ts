import { asArray } from '../ops/asArray';
import { elementsOf, givesElements, pairOf } from '../ops/batches';
import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { dimsArgument, flagArgument } from '../ops/readArguments';
import { tensor, tensorType } from '../ops/tensor';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim } from '../sizes/size';
import { itemsOf, sizeIn, tuple, unknown, type Value } from '../values/value';

const dataset = 'tensorflow.data.Dataset';

/** Each array of an element, changed. */
function each(element: Value, change: (shape: readonly Dim[]) => readonly Dim[] | undefined): Value {
  if (element.kind === 'tuple') return tuple(element.items.map(item => each(item, change)));
  return element.kind === 'array' ? tensor(element.shape && change(element.shape), element.dtype) : unknown;
}

/** Arrays along their first axis, together: all have as many rows. */
function slices(call: Call): Value {
  const { tensors } = call.args;
  const items = tensors?.kind === 'tuple' ? itemsOf(tensors) : undefined;
  const arrays = (items ?? [tensors]).map(value => asArray(value, tensorType));
  const known = arrays.map(array => array?.shape).filter(shape => shape !== undefined);
  const [first] = known;
  for (const shape of known.slice(1)) {
    const certainty = compareSizes(first?.[0], shape[0]);
    if (!isDifferent(certainty) || shape.length === 0) continue;
    const { words, origins } = call.operand('tensors');
    call.report({
      code: 'label-shape-mismatch',
      certainty,
      message: `The arrays of ${words} have ${formatDim(first?.[0])} and ${formatDim(shape[0])} examples: each example needs its label.`,
      related: origins,
    });
    return unknown;
  }
  const elements = arrays.map(
    (array): Value =>
      array?.shape && array.shape.length > 0 ? tensor(array.shape.slice(1), array.dtype) : unknown,
  );
  return givesElements(call, dataset, items ? tuple(elements) : elements[0]!);
}

const method = (
  names: readonly string[],
  parameters: string,
  elementOf: (call: Call, element: Value) => Value,
): Entry => ({
  kind: 'function',
  names: names.map(name => `${dataset}.${name}`),
  parameters: `self, ${parameters}, **extra`,
  rule: call => {
    const element = elementsOf(call.args.self);
    return element ? givesElements(call, dataset, elementOf(call, element)) : unknown;
  },
});

const channelsOf: Readonly<Record<string, number>> = { rgb: 3, rgba: 4, grayscale: 1 };

/** Batches of the images in a folder, with a label for each as `label_mode` says. */
function fromFolder(call: Call): Value {
  const { args, extra, state } = call;
  const size = args.image_size ? dimsArgument(args.image_size) : [256, 256];
  const [colour, mode] = [args.color_mode, args.label_mode].map((value, i) =>
    value === undefined ? ['rgb', 'int'][i] : value.kind === 'string' ? value.value : undefined,
  );
  const batched = !args.batch_size || args.batch_size.kind === 'int';
  const subset = extra.get('subset');
  // both parts at once
  const parts = subset !== undefined && (subset.kind !== 'string' || subset.value === 'both');
  if (size?.length !== 2 || !batched || parts || state.has('keras.image_data_format')) return unknown;
  const x = tensor([undefined, ...size, channelsOf[colour ?? '']], 'float32');
  const labels: Readonly<Record<string, readonly Dim[]>> = {
    int: [undefined],
    binary: [undefined, 1],
    categorical: [undefined, undefined],
  };
  const y = labels[mode ?? ''];
  return y ? givesElements(call, dataset, pairOf(x, tensor(y))) : unknown;
}

export const datasets: Family = {
  title: 'Data sets',
  about:
    '`tf.data.Dataset` from arrays and from folders of images, batched, shuffled and mapped; `fit` checks their elements.',
  entries: [
    { kind: 'class', names: [dataset], parameters: '' },
    {
      kind: 'function',
      names: [`${dataset}.from_tensor_slices`],
      parameters: 'tensors, name=None',
      rule: slices,
    },
    method(
      ['shuffle', 'repeat', 'prefetch', 'cache', 'take', 'skip', 'shard', 'with_options'],
      '*rest',
      (_, element) => element,
    ),
    method(['batch'], 'batch_size, drop_remainder=False', ({ args }, element) => {
      const full = flagArgument(args.drop_remainder, false);
      const size = full ? sizeIn(args.batch_size) : undefined;
      return each(element, shape => [size, ...shape]);
    }),
    method(['unbatch'], '*rest', (_, element) => each(element, shape => shape.slice(1))),
    method(['map'], 'map_func, num_parallel_calls=None, deterministic=None', (call, element) => {
      const run = call.args.map_func;
      if (run?.kind !== 'function') return unknown;
      const made = call.invoke(run, element.kind === 'tuple' ? element.items : [element]);
      return each(made, shape => shape);
    }),
    {
      kind: 'function',
      names: ['keras.utils.image_dataset_from_directory', 'keras.preprocessing.image_dataset_from_directory'],
      parameters:
        'directory, labels="inferred", label_mode="int", class_names=None, color_mode="rgb", batch_size=32, image_size=None, **extra',
      rule: fromFolder,
    },
  ],
};
