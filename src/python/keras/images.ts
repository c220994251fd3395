import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import { elementsOf, givesElements, pairOf } from '../ops/batches';
import type { Family } from '../ops/entry';
import { dimsArgument } from '../ops/readArguments';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim } from '../sizes/size';
import { type ArrayValue, none, string, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';

const iterator = 'keras.preprocessing.image.Iterator';

const channelsOf: Readonly<Record<string, number>> = { rgb: 3, rgba: 4, grayscale: 1 };

function text(value: Value | undefined, standard: string): string | undefined {
  if (!value) return standard;
  return value.kind === 'string' ? value.value : value.kind === 'none' ? 'none' : undefined;
}

/** Images of a folder: a batch of them, and a row of labels for each. */
export const images: Family = {
  title: 'Images',
  about:
    'Generators of batches from arrays and from folders: `fit` checks their size, colours and kind of labels.',
  entries: [
    {
      kind: 'class',
      names: ['keras.preprocessing.image.Iterator'],
      parameters: '*rest, **extra',
    },
    {
      kind: 'class',
      names: ['keras.preprocessing.image.ImageDataGenerator'],
      parameters: '*rest, **extra',
    },
    {
      kind: 'function',
      names: ['keras.preprocessing.image.ImageDataGenerator.fit'],
      parameters: 'self, x, *rest, **extra',
      rule: () => none,
    },
    {
      kind: 'function',
      names: ['keras.preprocessing.image.ImageDataGenerator.flow'],
      parameters: 'self, x, y=None, batch_size=32, shuffle=True, sample_weight=None, subset=None, **extra',
      rule: call => {
        const [x, y] = [asArray(call.args.x, ndarray), asArray(call.args.y, ndarray)];
        if (!x?.shape) return unknown;
        if (x.shape.length !== 4) {
          const { words, span, origins } = call.operand('x');
          call.report({
            code: 'input-shape-mismatch',
            span,
            message: `${words} is ${formatDims(x.shape)}, but images are (examples, height, width, channels).`,
            related: origins,
          });
          return unknown;
        }
        const certainty = compareSizes(x.shape[0], y?.shape?.[0]);
        if (y?.shape && y.shape.length > 0 && isDifferent(certainty)) {
          const [data, labels] = [call.operand('x'), call.operand('y')];
          call.report({
            code: 'label-shape-mismatch',
            certainty,
            span: labels.span,
            message: `${data.words} has ${formatDim(x.shape[0])} examples, but ${labels.words} has ${formatDim(y.shape[0])}: each example needs its label.`,
            related: [...data.origins, ...labels.origins],
          });
          return unknown;
        }
        const part = (of: ArrayValue): ArrayValue =>
          numpyArray(of.shape && [undefined, ...of.shape.slice(1)], of.dtype);
        return givesElements(call, iterator, pairOf(part(x), y && part(y)));
      },
    },
    {
      kind: 'function',
      names: [
        'keras.preprocessing.image.ImageDataGenerator.flow_from_directory',
        'keras.preprocessing.image.ImageDataGenerator.flow_from_dataframe',
      ],
      parameters: 'self, *rest, target_size=None, color_mode="rgb", class_mode="categorical", **extra',
      rule: call => {
        const { args, rest, extra } = call;
        // the size may stand among what has no name
        if (rest.length > 1 || extra.has('data_format')) return unknown;
        const size: readonly Dim[] | undefined = args.target_size
          ? dimsArgument(args.target_size)
          : [256, 256];
        const colours = channelsOf[text(args.color_mode, 'rgb') ?? ''];
        if (size?.length !== 2 || call.state.has('keras.image_data_format')) return unknown;
        const mode = text(args.class_mode, 'categorical');
        const y =
          mode === 'categorical'
            ? numpyArray([undefined, undefined], 'float32')
            : mode === 'binary' || mode === 'sparse'
              ? numpyArray([undefined], 'float32')
              : undefined;
        return givesElements(call, iterator, pairOf(numpyArray([undefined, ...size, colours], 'float32'), y));
      },
    },
    {
      kind: 'function',
      names: ['keras.preprocessing.image.Iterator.__next__', 'keras.preprocessing.image.Iterator.next'],
      parameters: 'self',
      rule: ({ args: { self } }) => elementsOf(self) ?? unknown,
    },
    {
      kind: 'attribute',
      names: ['keras.preprocessing.image.Iterator.class_mode'],
      rule: () => string(),
    },
  ],
};
